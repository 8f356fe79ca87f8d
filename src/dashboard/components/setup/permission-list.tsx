import type { JSX } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Badge, Box, Text, TextButton } from '@wix/design-system';
import { problemWords } from '../../format/problem-words';
import type { Permission, PermissionVerdict } from '../../../backend/endpoints/setup/setup-types';
import { asProblem } from '../../api/api-problem';
import { postTest } from '../../api/setup-client';
import { permissionsKey } from '../../hooks/query-keys';
import { ProblemNotice } from '../problem-notice';

const NAMES: Readonly<Record<Permission, { readonly title: string; readonly granted: string }>> = {
  'read-reviews': { title: 'Read reviews', granted: 'Reviews can be read.' },
  'read-products': { title: 'Read products', granted: 'Products can be read, so they can be matched.' },
  write: { title: 'Write', granted: 'Copies and changes can be written.' },
  webhook: { title: 'Live changes', granted: 'The store’s message address is registered and answers.' },
};

const ORDER: readonly Permission[] = ['read-reviews', 'read-products', 'write', 'webhook'];

/** Each permission with a plain verdict. What was not reached because an earlier one failed says so. */
export function PermissionList({ connectedAt }: { readonly connectedAt: string }): JSX.Element {
  const test = useQuery({ queryKey: permissionsKey(connectedAt), queryFn: postTest, retry: false, staleTime: 60_000, refetchOnWindowFocus: false });
  if (test.error !== null) return <ProblemNotice problem={asProblem(test.error)} onRetry={() => void test.refetch()} />;
  return (
    <Box direction="vertical" gap="SP3">
      <div aria-live="polite" aria-busy={test.isFetching}>
        <ul className="rr-setup-plain" aria-label="Permissions">
          {ORDER.map((permission) => (
            <li key={permission}>
              {test.isFetching ? <Trying permission={permission} /> : <Verdict permission={permission} verdict={test.data?.verdicts.find((one) => one.permission === permission)} />}
            </li>
          ))}
        </ul>
      </div>
      <Box><TextButton size="small" disabled={test.isFetching} onClick={() => void test.refetch()}>{test.isFetching ? 'Testing…' : 'Test again'}</TextButton></Box>
    </Box>
  );
}

/** As tall as the verdict that comes in its place. */
function Trying({ permission }: { readonly permission: Permission }): JSX.Element {
  return (
    <Box gap="SP2" verticalAlign="middle" flexWrap="wrap">
      <Badge size="small" uppercase={false} skin="neutral">Trying…</Badge>
      <Text size="small" weight="bold">{NAMES[permission].title}</Text>
    </Box>
  );
}

function Verdict({ permission, verdict }: { readonly permission: Permission; readonly verdict: PermissionVerdict | undefined }): JSX.Element {
  const { title, granted } = NAMES[permission];
  const problem = verdict?.problem ?? null;
  const passed = verdict !== undefined && problem === null;
  return (
    <Box gap="SP2" verticalAlign="middle" flexWrap="wrap">
      <Badge size="small" uppercase={false} skin={passed ? 'neutralSuccess' : verdict === undefined ? 'neutral' : 'danger'}>{passed ? 'Works' : verdict === undefined ? 'Not tried' : 'Refused'}</Badge>
      <Text size="small" weight="bold">{title}</Text>
      <Text size="small">{verdict === undefined ? 'It is tried once the one before works.' : problem === null ? granted : problemWords(problem)}</Text>
    </Box>
  );
}
