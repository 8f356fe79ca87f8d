import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openState } from './state';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'state-'));
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

const shop = (state: ReturnType<typeof openState>) => state.wix.table<{ id: string }>('things');

describe('openState', () => {
  it('finds again what a finished first start left', () => {
    const first = openState(dir, false);
    shop(first).put({ id: 'a' });
    first.finish({ kind: 'by-hand' });
    const second = openState(dir, false);
    expect(second).toMatchObject({ isNew: false, setup: { clientSecret: first.setup.clientSecret, appKey: first.setup.appKey, instanceId: first.setup.instanceId } });
    expect(shop(second).all()).toEqual([{ id: 'a' }]);
  });

  it('starts over when the first start never finished', () => {
    const first = openState(dir, false);
    shop(first).put({ id: 'a' });
    const second = openState(dir, false);
    expect(second.isNew).toBe(true);
    expect(shop(second).all()).toEqual([]);
  });

  it('forgets everything when asked for a fresh start', () => {
    const first = openState(dir, false);
    first.finish({ kind: 'by-hand' });
    const second = openState(dir, true);
    expect(second.isNew).toBe(true);
    expect(second.setup.clientSecret).not.toBe(first.setup.clientSecret);
  });
});
