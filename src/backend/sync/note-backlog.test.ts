import { expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { noteBacklog } from './note-backlog';

async function noted(before: number | null, dueAtMs: number): Promise<{ after: number | null; calls: number }> {
  const site = new TestSite();
  site.put('connections', { ...site.connection(), backlogDueAtMs: before });
  await site.run((session) => noteBacklog(session, dueAtMs));
  return { after: site.connection().backlogDueAtMs, calls: site.calls.length - 1 };
}

it('the first work left behind is put on the connection', async () => {
  expect(await noted(null, 500)).toEqual({ after: 500, calls: 1 });
});

it('earlier work moves it forward', async () => {
  expect(await noted(900, 500)).toEqual({ after: 500, calls: 1 });
});

it.each([[500, 500], [400, 500]])('later work leaves it as it is, without a call: %i, then %i', async (before, due) => {
  expect(await noted(before, due)).toEqual({ after: before, calls: 0 });
});
