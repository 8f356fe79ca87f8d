import { useEffect, type JSX } from 'react';
import type { InboxItem } from '../../../backend/endpoints/inbox/inbox-types';
import { productKey } from '../../../core/product-key';
import { useInSight } from '../../hooks/inbox/use-in-sight';
import { InboxRow } from './inbox-row';

export interface RowsProps {
  readonly items: readonly InboxItem[];
  readonly names: Readonly<Record<string, string>>;
  readonly openId: string | null;
  readonly chosen: ReadonlySet<string>;
  readonly nowMs: number;
  readonly overdueHours: number;
  readonly onOpen: (id: string) => void;
  readonly onChoose: (id: string) => void;
}

const PER_STRETCH = 20;
/** Of a row that was not drawn yet. */
const ROW_PX = 84;

/** The list in stretches: one that is off the screen is an empty box of its height, so that ten thousand rows scroll like fifty. */
export function InboxRows({ onReachEnd, ...props }: RowsProps & { readonly onReachEnd: (() => void) | null }): JSX.Element {
  const { items, openId } = props;
  const reachable = items.some(({ id }) => id === openId) ? openId : (items[0]?.id ?? null);
  const starts = Array.from({ length: Math.ceil(items.length / PER_STRETCH) }, (_, at) => at * PER_STRETCH);
  return (
    <div role="list" aria-label="Reviews that need attention">
      {starts.map((start) => <Stretch key={start} {...props} items={items.slice(start, start + PER_STRETCH)} reachable={reachable} />)}
      {onReachEnd === null ? null : <End key={items.length} onReach={onReachEnd} />}
    </div>
  );
}

interface StretchProps extends RowsProps {
  readonly reachable: string | null;
}

function Stretch({ items, names, openId, chosen, nowMs, overdueHours, reachable, onOpen, onChoose }: StretchProps): JSX.Element {
  const { place, inSight, height } = useInSight();
  // The row that the keys go on from has to be there to be focused.
  const shown = inSight === true || items.some(({ id }) => id === reachable);
  return (
    <div ref={place} role="presentation" style={shown ? {} : { height: height === 0 ? items.length * ROW_PX : height }}>
      {shown ? items.map((item) => (
        <InboxRow
          key={item.id} item={item} productName={names[productKey(item) ?? ''] ?? null} isOpen={item.id === openId} isReachable={item.id === reachable}
          isChosen={chosen.has(item.id)} nowMs={nowMs} overdueHours={overdueHours} onOpen={onOpen} onChoose={onChoose}
        />
      )) : null}
    </div>
  );
}

/** Every page costs the site two of the requests Wix grants it, so that a held-down End key must not ask for all at once. */
const PACE_MS = 700;

/** Asks for more when it comes near the screen. */
function End({ onReach }: { readonly onReach: () => void }): JSX.Element {
  const { place, inSight } = useInSight();
  useEffect(() => {
    if (inSight !== true) return;
    const timer = window.setTimeout(onReach, PACE_MS);
    return () => window.clearTimeout(timer);
  }, [inSight, onReach]);
  return <div ref={place} role="presentation" />;
}
