import { useState, type JSX } from 'react';
import { Button } from '@wix/design-system';
import { counted, formatCount } from '../format/format-count';
import { matchAll, type Matched } from '../hooks/match-all';
import { useAction } from '../hooks/use-action';

/** Compares all products anew. A long catalog takes minutes, so the button tells how far it is. */
export function MatchAgainButton({ disabled }: { readonly disabled: boolean }): JSX.Element {
  const [soFar, setSoFar] = useState(0);
  const match = useAction<undefined, Matched>({ run: () => matchAll(null, setSoFar), told: ({ accepted }) => `${counted(accepted, 'product is', 'products are')} matched. Your own choices were kept.` });
  const label = soFar === 0 ? 'Matching…' : `Matching… ${formatCount(soFar)} so far`;
  return <Button size="small" priority="secondary" disabled={disabled || match.isPending} onClick={() => { setSoFar(0); match.mutate(undefined); }}>{match.isPending ? label : 'Match again'}</Button>;
}
