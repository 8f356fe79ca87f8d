import type { JSX } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Box, SkeletonGroup, SkeletonLine, Text } from '@wix/design-system';
import type { ComparedGroup, ComparisonAnswer } from '../../../backend/endpoints/setup/setup-types';
import { asProblem } from '../../api/api-problem';
import { getComparison } from '../../api/setup-client';
import { formatCount } from '../../format/format-count';
import { comparisonKey } from '../../hooks/query-keys';
import { ProblemNotice } from '../problem-notice';

const ROWS: readonly (readonly [ComparedGroup, string])[] = [
  ['create-on-wix', 'Copied to Wix'], ['create-in-store', 'Copied to the store'], ['same', 'Linked as the same'], ['stays', 'Stay where they are'],
];

/** What was foretold beside what came of it, and why they may differ. */
export function Comparison({ finishedAtMs }: { readonly finishedAtMs: number }): JSX.Element {
  const { data, error, refetch } = useQuery({ queryKey: comparisonKey(finishedAtMs), queryFn: getComparison });
  if (error !== null) return <ProblemNotice problem={asProblem(error)} onRetry={() => void refetch()} />;
  if (data === undefined) return <SkeletonGroup><SkeletonLine width="80%" /></SkeletonGroup>;
  return (
    <div className="rr-scroll">
      <table className="rr-fields">
        <caption className="rr-hidden">In the preview and done</caption>
        <thead><tr><th scope="col">Reviews</th>{data.foretold === null ? null : <th scope="col">In the preview</th>}<th scope="col">Done</th></tr></thead>
        <tbody>
          {ROWS.map(([group, name]) => (
            <tr key={group}><th scope="row">{name}</th>{data.foretold === null ? null : <td>{formatCount(data.foretold[group])}</td>}<td>{formatCount(data.happened[group])}</td></tr>
          ))}
        </tbody>
      </table>
      <Box marginTop="SP3"><Text size="small">{verdict(data)}</Text></Box>
    </div>
  );
}

function verdict({ foretold, happened }: ComparisonAnswer): string {
  if (foretold === null) return 'There was no preview to compare with.';
  if (ROWS.every(([group]) => foretold[group] === happened[group])) return 'All of it came out as the preview said.';
  return 'The difference is what was written, changed or refused since the preview was made; each such review says so in the list on the page Reviews sync.';
}
