import type { JSX } from 'react';
import type { ProductViews } from '../../../backend/endpoints/setup/setup-types';
import { formatCount } from '../../format/format-count';
import { PRODUCT_VIEWS, VIEW_WORDS, type ProductView } from '../../format/setup/product-words';

interface Props {
  readonly products: ProductViews;
  readonly view: ProductView;
  readonly onChoose: (view: ProductView) => void;
}

export function ProductViewTabs({ products, view, onChoose }: Props): JSX.Element {
  return (
    <div role="group" aria-label="Show" className="rr-chips">
      {PRODUCT_VIEWS.map((one) => (
        <button key={one} type="button" className="rr-chip" aria-pressed={one === view} onClick={() => onChoose(one)}>
          {VIEW_WORDS[one].title} <span className="rr-chip-count">{formatCount(products[one])}</span>
        </button>
      ))}
    </div>
  );
}
