import type { JSX } from 'react';
import { Box, Text, TextButton } from '@wix/design-system';
import type { InboxFilter, InboxSummary } from '../../../backend/endpoints/inbox/inbox-types';
import { formatDay } from '../../format/format-moment';
import { EVERYTHING_OPEN } from '../../format/inbox/inbox-place';
import './inbox.css';

const TALLEST_PX = 34;
const STARS = [1, 2, 3] as const;

type Week = InboxSummary['weeks'][number];

const totalOf = ({ stars }: Week): number => stars[1] + stars[2] + stars[3];

interface Props extends Pick<InboxSummary, 'weeks' | 'areWeeksWhole'> {
  readonly onShow: (filter: Partial<InboxFilter>) => void;
}

/** What was raised in each week, by stars: bars for the eye, the same in words for a screen reader. Each kind leads to its rows. */
export function StarsOverTime({ weeks, areWeeksWhole, onShow }: Props): JSX.Element {
  const most = Math.max(1, ...weeks.map(totalOf));
  const present = STARS.filter((stars) => weeks.some((week) => week.stars[stars] > 0));
  return (
    <Box direction="vertical" gap="3px">
      <div className="relay-bars" role="img" aria-label={`Reviews raised per week. ${weeks.map(sentenceOf).join(' ')}`}>
        {weeks.map((week) => (
          <span key={week.fromMs} className="relay-bar" title={sentenceOf(week)}>
            {STARS.map((stars) => <span key={stars} className={`relay-bar-${String(stars)}`} style={{ height: TALLEST_PX * (week.stars[stars] / most) }} />)}
          </span>
        ))}
      </div>
      <Box gap="SP2">
        {present.map((stars) => (
          <TextButton key={stars} size="tiny" onClick={() => onShow({ ...EVERYTHING_OPEN, rating: stars })}><span className={`relay-key relay-bar-${String(stars)}`} aria-hidden="true" /> {stars} ★</TextButton>
        ))}
      </Box>
      {areWeeksWhole ? null : <Text size="tiny" secondary>Only the 100 changed last and the 100 waiting longest.</Text>}
    </Box>
  );
}

function sentenceOf(week: Week): string {
  const parts = STARS.filter((stars) => week.stars[stars] > 0).map((stars) => `${String(week.stars[stars])} with ${String(stars)} ★`);
  return `Week from ${formatDay(week.fromMs)}: ${parts.length === 0 ? 'none' : parts.join(', ')}.`;
}
