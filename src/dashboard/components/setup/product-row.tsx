import { useRef, useState, type JSX } from 'react';
import { Box, Button, Text } from '@wix/design-system';
import type { WixProductId } from '../../../core/ids';
import type { ProductEntry } from '../../../backend/endpoints/setup/setup-types';
import { postManualMatch } from '../../api/client';
import { getWixProducts, postDecide } from '../../api/setup-client';
import { goneWords, reasonWords, twinWords, type ProductView } from '../../format/setup/product-words';
import { useAction } from '../../hooks/use-action';
import { wixProductsKey } from '../../hooks/query-keys';
import { ProductPicker, type FoundProducts } from '../product-picker';

interface Props {
  readonly item: ProductEntry;
  readonly view: ProductView;
  readonly paused: boolean;
}

/** One store product, what we think it is on Wix and why, and what to say to that. */
export function ProductRow({ item, view, paused }: Props): JSX.Element {
  const [picking, setPicking] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const { storeName, storeProductId, wixName, wixProductId } = item;
  const match = useAction({ run: postManualMatch, told: ({ product }) => (product.wixProductId === null ? `${storeName} is left unmatched.` : `${storeName} is matched.`) });
  const reopen = useAction({ run: postDecide, told: () => `${storeName} is open again.` });
  const busy = paused || match.isPending || reopen.isPending;
  const twins = twinWords(item, view);
  const close = (): void => {
    setPicking(false);
    opener.current?.querySelector('button')?.focus();
  };
  return (
    <>
      <Text size="small" weight="bold" overflowWrap="anywhere"><bdi>{storeName}</bdi></Text>
      <div>
        {wixProductId === null ? null : <Text size="small" overflowWrap="anywhere"><span className="rr-arrow" aria-hidden="true">→</span> <bdi>{wixName ?? 'a Wix product'}</bdi><br /></Text>}
        <Text size="tiny" secondary>{view === 'left' ? 'Left unmatched by you' : item.goneFrom === null ? reasonWords(item) : goneWords(item.goneFrom)}</Text>
      </div>
      {item.goneFrom === 'store' ? <div /> : <Box gap="SP1" flexWrap="wrap">
        {view === 'suggested' ? <Button size="tiny" disabled={busy} aria-label={`Accept: ${wixName ?? 'the match'} for ${storeName}`} onClick={() => match.mutate({ storeProductId, wixProductId })}>Accept</Button> : null}
        <div ref={opener}><Button size="tiny" priority="secondary" disabled={busy} aria-expanded={picking} aria-label={`${view === 'matched' ? 'Change' : 'Choose'}: the Wix product for ${storeName}`} onClick={() => setPicking(!picking)}>{view === 'matched' ? 'Change' : 'Choose'}</Button></div>
        {view === 'left'
          ? <Button size="tiny" priority="secondary" disabled={busy} aria-label={`Take back: the choice for ${storeName}`} onClick={() => reopen.mutate({ action: 'reopen', storeProductId })}>Take back</Button>
          : <Button size="tiny" priority="secondary" disabled={busy} aria-label={`Leave unmatched: ${storeName}`} onClick={() => match.mutate({ storeProductId, wixProductId: null })}>Leave unmatched</Button>}
      </Box>}
      {twins === null ? null : <div className="rr-wide"><Text size="tiny" skin="standard">{twins}</Text></div>}
      {picking ? (
        <div className="rr-wide">
          <ProductPicker
            label="Find the Wix product" placeholder="Name or SKU" listName={`Wix products for ${storeName}`} searchKey={wixProductsKey} search={searchWix}
            onClose={close} onPick={(id) => match.mutate({ storeProductId, wixProductId: id }, { onSuccess: close })}
          />
        </div>
      ) : null}
    </>
  );
}

async function searchWix(text: string, cursor: string | null): Promise<FoundProducts<WixProductId>> {
  const { items, next } = await getWixProducts(text, cursor);
  return { items: items.map(({ id, name, sku }) => ({ id, name, note: sku })), next };
}
