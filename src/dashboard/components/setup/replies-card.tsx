import { useState, type FormEvent, type JSX } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Box, Button, Card, FormField, Input, SkeletonGroup, SkeletonLine, Text } from '@wix/design-system';
import type { RepliesAnswer } from '../../../backend/endpoints/setup/setup-types';
import { asProblem } from '../../api/api-problem';
import { getReplies, postReplies } from '../../api/setup-client';
import { useAction } from '../../hooks/use-action';
import { ProblemNotice } from '../problem-notice';
import { RepliesGuide } from './replies-guide';

const KEY = ['replies'];
/** Of the form that most shops see here, so that nothing below it jumps. */
const FORM_HEIGHT = '240px';

/** Optional: the shop's replies cross as well, with an application password of WordPress. Can be added and taken away at any time. */
export function RepliesCard(): JSX.Element {
  const replies = useQuery({ queryKey: KEY, queryFn: getReplies, retry: false, staleTime: 60_000, refetchOnWindowFocus: false });
  return (
    <Card>
      <Card.Header title="Carry your replies too" subtitle={told(replies.data)} />
      <Card.Divider />
      <Card.Content>
        <div aria-live="polite" aria-busy={replies.isFetching}>
          {replies.error !== null ? <ProblemNotice problem={asProblem(replies.error)} onRetry={() => void replies.refetch()} /> : replies.data === undefined ? <SkeletonGroup><Box direction="vertical" minHeight={FORM_HEIGHT}><SkeletonLine width="60%" /></Box></SkeletonGroup> : <Replies {...replies.data} />}
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

function Replies({ on, problem }: RepliesAnswer): JSX.Element {
  return (
    <Box direction="vertical" gap="SP4">
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {on && problem === null ? null : <PasswordForm />}
      {on ? <RemoveButton /> : null}
    </Box>
  );
}

function useReplies(message: string) {
  const client = useQueryClient();
  return useAction({
    run: postReplies,
    told: (answer) => {
      client.setQueryData(KEY, answer);
      return message;
    },
    errors: 'inline',
  });
}

function PasswordForm(): JSX.Element {
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const add = useReplies('Replies now cross both ways.');
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

function RemoveButton(): JSX.Element {
  const remove = useReplies('The application password was forgotten. Replies stay where they are from now on.');
  return (
    <Box direction="vertical" gap="SP2">
      {remove.error === null ? null : <ProblemNotice problem={asProblem(remove.error)} />}
      <Text size="small">Taking the password away leaves every reply where it is. You can give one again at any time.</Text>
      <Box><Button size="small" priority="secondary" skin="destructive" disabled={remove.isPending} onClick={() => remove.mutate({ action: 'remove' })}>Stop carrying replies</Button></Box>
    </Box>
  );
}
