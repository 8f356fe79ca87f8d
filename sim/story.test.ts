import { expect, it } from 'vitest';
import { brandId, type ContactId, type WixProductId } from '../src/core/ids';
import { quietWorld, START_MS } from './quiet-world.fixture';
import { Story } from './story';

it('tells calls, faults and changes in their order, with virtual time and who did it', async () => {
  const world = quietWorld({ stale: 1 });
  const story = new Story(world);
  world.shops.onChange = (change) => story.tellChange(change);
  world.scheduler.start(async () => {
    await (await world.openSync()).rows.find('links', { where: {}, limit: 1 });
  });
  await world.scheduler.untilIdle();
  world.scheduler.nowMs = START_MS;
  const fields = { title: '', body: 'Fits well', rating: 4, author: 'Dana', status: 'published', reply: null } as const;
  world.shops.createOnWix({ productId: brandId<WixProductId>('wp1'), contactId: brandId<ContactId>('k1'), fields, writtenAt: '2026-05-01T00:00:00Z', byApp: false });
  const lines = story.lines().map((line) => line.slice(25));
  expect(lines.slice(0, 3).map((line) => line.trim())).toEqual(['rows.get', 'rows.find', 'fault: stale']);
  expect(lines.at(-1)).toMatch(/^person writes on Wix .*Fits well/);
  expect(story.lines().at(-1)).toMatch(/^2026-06-01T00:00:00\.000Z /);
});
