import type { JSX } from 'react';
import { NAME_TO_COME, productTitle } from '../format/product-label';
import { useProductLabel } from '../hooks/use-product-label';
import './product-name.css';

interface Props {
  /** What the row came with; `null`: its name is asked for. */
  readonly name: string | null;
  readonly product: string | null;
}

/** What a product is called, within a line. */
export function ProductName({ name, product }: Props): JSX.Element {
  return <bdi>{productTitle(useProductLabel(name, product) ?? NAME_TO_COME)}</bdi>;
}

/** As a line of its own. A name that is asked for keeps to one line, which is there from the start, so that no row moves. */
export function ProductLine({ name, product }: Props): JSX.Element {
  const label = useProductLabel(name, product);
  if (name !== null) return <bdi>{name}</bdi>;
  return <LateName title={label === null ? null : productTitle(label)} />;
}

/** A name that comes after its row; all of it is in the tooltip where the line is too short. */
export function LateName({ title }: { readonly title: string | null }): JSX.Element {
  return <span className="relay-product" title={title ?? undefined}><bdi>{title ?? '\u00a0'}</bdi></span>;
}
