import type { JSX } from 'react';
import { Box } from '@wix/design-system';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { USUAL_OVERDUE_HOURS } from '../../../core/attention';
import { getInboxSummary } from '../../api/inbox-client';
import { EVERYTHING_OPEN } from '../../format/inbox/inbox-place';
import { productKey } from '../../../core/product-key';
import { SUMMARY_KEY } from '../../hooks/inbox/inbox-keys';
import { useBulkQuestion } from '../../hooks/inbox/use-bulk-question';
import { useDesk } from '../../hooks/inbox/use-desk';
import { useDeskKeys } from '../../hooks/inbox/use-desk-keys';
import { useViewCounts } from '../../hooks/inbox/use-view-counts';
import { useNarrow } from '../../hooks/use-narrow';
import { useProductTitles } from '../../hooks/use-product-titles';
import { BulkBar } from './bulk-bar';
import { FailedBar } from './failed-bar';
import { InboxDetailPanel } from './inbox-detail-panel';
import { InboxFilters } from './inbox-filters';
import { InboxListCard } from './inbox-list-card';
import { InsightStrip } from './insight-strip';
import { SavedViews } from './saved-views';
import { ShortcutHelp } from './shortcut-help';
import { UndoBar } from './undo-bar';

const SUMMARY_MS = 60_000;
const MINUTE_MS = 60_000;

/** List and item side by side; one instead of the other where there is no room for both. */
export function InboxDesk({ isWatching }: { readonly isWatching: boolean }): JSX.Element {
  const desk = useDesk();
  const { filter, openId, list, items, selection } = desk;
  const summary = useQuery({ queryKey: SUMMARY_KEY, queryFn: getInboxSummary, refetchInterval: SUMMARY_MS }).data ?? null;
  const nameless = (summary?.products ?? []).flatMap(({ product, name }) => (name === null ? [product] : []));
  const names = useProductTitles([...(filter.product === null ? [] : [filter.product]), ...nameless, ...items.flatMap((item) => productKey(item) ?? [])]);
  const [help, setHelp] = useState(false);
  const narrow = useNarrow();
  const alone = narrow && openId !== null;
  const chosen = [...selection.ids];
  const question = useBulkQuestion(filter, chosen);
  useDeskKeys(desk, { shown: help, show: setHelp }, question);
  const counts = useViewCounts(filter, summary);
  // Ages are told in minutes, so rows need not be drawn again more often.
  const common = { nowMs: Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS, overdueHours: summary?.overdueHours ?? USUAL_OVERDUE_HOURS };
  return (
    <div ref={desk.place}>
      <Box direction="vertical" gap="SP4">
        {alone ? null : (
          <>
            <InsightStrip summary={summary} onShow={desk.search} />
            <InboxFilters filter={filter} summary={summary} counts={counts} names={names} help={{ shown: help, show: setHelp }} onChange={desk.search} />
            <SavedViews filter={filter} onShow={desk.search} />
          </>
        )}
        {help ? <ShortcutHelp onClose={() => setHelp(false)} /> : null}
        <FailedBar failed={desk.failed} items={items} onRetry={({ ids, verdict }) => desk.settle(ids, verdict)} onClose={desk.forgetFailed} />
        <BulkBar
          filter={filter} chosen={chosen} shown={items.length} hasMore={list.hasMore} onDecide={desk.settle} onChooseShown={selection.chooseAll} onClear={selection.clear}
          tell={desk.tell} question={question}
        />
        <div className={narrow || openId === null ? 'relay-desk' : 'relay-desk relay-desk-beside'}>
          {alone ? null : (
            <InboxListCard
              {...common} list={list} filter={filter} isWatching={isWatching} names={names} openId={openId} chosen={selection.ids} checkedAtMs={summary?.checkedAtMs ?? null}
              onOpen={desk.show} onChoose={selection.toggle} onClear={() => desk.search({ ...EVERYTHING_OPEN, view: filter.view })}
            />
          )}
          {openId === null ? null : (
            <InboxDetailPanel
              {...common} id={openId} takesFocus={alone} stepTo={desk.stepTo} onClose={desk.close} onDecide={(verdict) => desk.settle([openId], verdict)} onProduct={(product) => desk.search({ ...EVERYTHING_OPEN, product })} onReply={desk.reply} refusal={desk.refusal?.id === openId ? desk.refusal.problem : null}
            />
          )}
        </div>
      </Box>
      <UndoBar last={desk.last} onDone={() => desk.tell(null)} />
    </div>
  );
}
