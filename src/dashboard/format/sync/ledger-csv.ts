import type { LinkItem } from '../../../backend/endpoints/api-types';
import { csvFile } from '../../../core/csv';
import { whereabouts } from '../whereabouts';
import { STATE_LABELS } from '../link-state-label';

const HEAD = ['Id', 'State', 'Code', 'Why', 'What to do', 'Stars', 'Product on Wix', 'Product in the store', 'On', 'Written', 'Last event', 'Last event at'];

/** The list as a file. It holds what the page shows: no text, name or address of a shopper. */
export function ledgerCsv(items: readonly LinkItem[]): string {
  return csvFile([HEAD, ...items.map(row)]);
}

function row(item: LinkItem): readonly (string | number | null)[] {
  return [
    item.id, STATE_LABELS[item.state].text, item.code, item.sentence, item.action, item.rating, item.wixProductName, item.storeProductName,
    whereabouts(item), item.birth === 'wix' ? 'on Wix' : 'in the store', item.lastEvent, new Date(item.lastAtMs).toISOString(),
  ];
}
