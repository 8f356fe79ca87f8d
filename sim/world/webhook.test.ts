import { expect, it } from 'vitest';
import { Webhook } from './webhook';

it('is switched off by the sixth failure in a row, and comes back only when it is revived', () => {
  const webhook = new Webhook();
  webhook.unreachableUntilMs = 100;
  for (let message = 1; message <= 5; message += 1) expect(webhook.reaches(50)).toBe(false);
  expect(webhook.isOff).toBe(false);
  expect(webhook.reaches(50)).toBe(false);
  expect([webhook.isOff, webhook.reaches(200)]).toEqual([true, false]);
  webhook.revive();
  expect(webhook.reaches(200)).toBe(true);
});

it('forgets failures with the first message that was taken', () => {
  const webhook = new Webhook();
  for (let failure = 1; failure <= 5; failure += 1) webhook.failed();
  webhook.answered();
  for (let failure = 1; failure <= 5; failure += 1) webhook.failed();
  expect(webhook.isOff).toBe(false);
});
