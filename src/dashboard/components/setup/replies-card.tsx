import { useState, type FormEvent, type JSX } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Box, Button, Card, FormField, Input, SkeletonGroup, SkeletonLine, Text } from '@wix/design-system';
import type { RepliesAnswer } from '../../../backend/endpoints/setup/setup-types';
import { asProblem } from '../../api/api-problem';
import { getReplies, postReplies } from '../../api/setup-client';
import { fieldsKey, repliesKey } from '../../hooks/query-keys';
import { useAction } from '../../hooks/use-action';
import { ProblemNotice } from '../problem-notice';
import { RepliesGuide } from './replies-guide';

/** Of the form that most shops see here, so that nothing below it jumps. */
const FORM_HEIGHT = '240px';

/** Optional: the shop's replies cross as well, with an application password of WordPress. Can be added and taken away at any time. */
export function RepliesCard({ connectedAt }: { readonly connectedAt: string }): JSX.Element {
  const replies = useQuery({ queryKey: repliesKey(connectedAt), queryFn: getReplies, retry: false, staleTime: 60_000, refetchOnWindowFocus: false });
  return (
    <Card>
      <Card.Header title="Carry your replies too" subtitle={<Text secondary><span role="status">{told(replies.data)}</span></Text>} />
      <Card.Divider />
      <Card.Content>
        {/* Not in a live region as a whole: a form in it would be read out with each letter that is typed. */}
        <div aria-busy={replies.isFetching}>
          {replies.error !== null ? <ProblemNotice problem={asProblem(replies.error)} onRetry={() => void replies.refetch()} /> : replies.data === undefined ? <SkeletonGroup><Box direction="vertical" minHeight={FORM_HEIGHT}><SkeletonLine width="60%" /></Box></SkeletonGroup> : <Replies answer={replies.data} connectedAt={connectedAt} />}
        </div>
      </Card.Content>
    </Card>
  );
}

function told(answer: RepliesAnswer | undefined): string {
  if (answer === undefined) return 'Looking whether replies cross…';
  if (!answer.on) return 'Optional. Replies stay in the shop they were written in: the store’s keys do not reach them.';
  return answer.problem === null ? 'On. A reply you write in one shop is carried to the other.' : 'On, but your store refuses it: until that is solved, reviews wait as well.';
}

function Replies({ answer: { on, problem }, connectedAt }: { readonly answer: RepliesAnswer; readonly connectedAt: string }): JSX.Element {
  return (
    <Box direction="vertical" gap="SP4">
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {on && problem === null ? null : <PasswordForm connectedAt={connectedAt} />}
      {on ? <RemoveButton connectedAt={connectedAt} /> : null}
    </Box>
  );
}

/** Whether replies cross also decides what can be chosen of them, so the fields are read anew when they are shown next. */
function useReplies(connectedAt: string, message: string) {
  const client = useQueryClient();
  return useAction({
    run: postReplies,
    told: (answer) => {
      client.setQueryData(repliesKey(connectedAt), answer);
      client.removeQueries({ queryKey: fieldsKey(connectedAt) });
      return message;
    },
    errors: 'inline',
  });
}

function PasswordForm({ connectedAt }: { readonly connectedAt: string }): JSX.Element {
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const add = useReplies(connectedAt, 'Replies now cross both ways.');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate({ action: 'add', user, password });
  };
  return (
    <div className="rr-setup-columns">
      <form onSubmit={submit} noValidate aria-label="Carry your replies too">
        <Box direction="vertical" gap="SP4">
          {add.error === null ? null : <ProblemNotice problem={asProblem(add.error)} />}
          <FormField label="WordPress user name" id="replies-user" required>
            <Input id="replies-user" name="user" autocomplete="off" value={user} onChange={(event) => setUser(event.currentTarget.value)} />
          </FormField>
          <FormField label="Application password" id="replies-password" required>
            <Input id="replies-password" name="password" type="password" autocomplete="new-password" placeholder="xxxx xxxx xxxx xxxx xxxx xxxx" value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
          </FormField>
          <Box>
            <Button type="submit" priority="secondary" disabled={add.isPending || user.trim() === '' || password.trim() === ''}>{add.isPending ? 'Trying it…' : 'Carry replies'}</Button>
          </Box>
        </Box>
      </form>
      <RepliesGuide />
    </div>
  );
}

function RemoveButton({ connectedAt }: { readonly connectedAt: string }): JSX.Element {
  const remove = useReplies(connectedAt, 'The application password was forgotten. Replies stay where they are from now on.');
  return (
    <Box direction="vertical" gap="SP2">
      {remove.error === null ? null : <ProblemNotice problem={asProblem(remove.error)} />}
      <Text size="small">Taking the password away leaves every reply where it is. You can give one again at any time.</Text>
      <Box><Button size="small" priority="secondary" skin="destructive" disabled={remove.isPending} onClick={() => remove.mutate({ action: 'remove' })}>Stop carrying replies</Button></Box>
    </Box>
  );
}
