import { expect, it } from 'vitest';
import { benchEvents } from './events';

it('one review each way, its echo and an edit stay within the calls that an invocation is given', async () => {
  const { create, echo, update, hintCreate, hintEcho, invocationMax } = await benchEvents();
  // The bars of the design; what has none is held where it stands, so that a call more is noticed.
  expect(create).toBeLessThanOrEqual(8);
  expect(echo).toBeLessThanOrEqual(3);
  expect(invocationMax).toBeLessThanOrEqual(18);
  expect({ create, echo, update, hintCreate, hintEcho }).toEqual({ create: 7, echo: 3, update: 9, hintCreate: 16, hintEcho: 6 });
});
