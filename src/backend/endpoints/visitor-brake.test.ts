import { describe, expect, it } from 'vitest';
import { brandId, type InstanceId } from '../../core/ids';
import { createVisitorBrake } from './visitor-brake';

const SITE = brandId<InstanceId>('site-a');
const OTHER = brandId<InstanceId>('site-b');

function admitMany(times: number, calls: number, visitorOf: (turn: number) => string): number {
  const brake = createVisitorBrake();
  return Array.from({ length: times }, (_, turn) => brake.admit(SITE, visitorOf(turn), calls, 1_000)).filter((waitMs) => waitMs === 0).length;
}

describe('the brake for visitors', () => {
  it('lets a person who looks around through', () => {
    expect(admitMany(30, 2, () => 'ann')).toBe(30);
  });

  it('makes one visitor wait for the rest of the minute, and nobody else', () => {
    const brake = createVisitorBrake();
    for (let turn = 0; turn < 60; turn += 1) brake.admit(SITE, 'ann', 1, 0);
    expect(brake.admit(SITE, 'ann', 1, 20_000)).toBe(40_000);
    expect(brake.admit(SITE, 'ben', 1, 20_000)).toBe(0);
    expect(brake.admit(OTHER, 'ann', 1, 20_000)).toBe(0);
    expect(brake.admit(SITE, 'ann', 1, 60_000)).toBe(0);
  });

  it('takes nothing from the others by what it refuses one visitor', () => {
    const brake = createVisitorBrake();
    for (let turn = 0; turn < 1_000; turn += 1) brake.admit(SITE, 'ann', 2, 0);
    expect(brake.admit(SITE, 'ben', 2, 0)).toBe(0);
  });

  it.each([[1, 150], [2, 75]])('keeps a part of the site’s quota for sync, however many visitors come and whether each costs %i call or more', (calls, admitted) => {
    expect(admitMany(200, calls, (turn) => `visitor-${turn}`)).toBe(admitted);
  });

  it('holds a site to its share beside more visitors than it can remember', () => {
    expect(admitMany(20_000, 1, (turn) => `visitor-${turn}`)).toBe(150);
    const brake = createVisitorBrake();
    for (let turn = 0; turn < 150; turn += 1) brake.admit(SITE, `visitor-${turn}`, 1, 0);
    for (let turn = 0; turn < 6_000; turn += 1) brake.admit(OTHER, `visitor-${turn}`, 0, 0);
    expect(brake.admit(SITE, 'ann', 1, 1)).toBeGreaterThan(0);
  });

  it('takes calls that were not made from nobody', () => {
    const brake = createVisitorBrake();
    for (let turn = 0; turn < 1_000; turn += 1) {
      expect(brake.admit(SITE, 'ann', 2, turn)).toBe(0);
      brake.giveBack(SITE, 'ann', 2, turn);
    }
  });

  it('takes back only what the same minute had given', () => {
    const brake = createVisitorBrake();
    brake.admit(SITE, 'ann', 60, 0);
    brake.admit(SITE, 'ann', 60, 60_000);
    brake.giveBack(SITE, 'ann', 60, 0);
    expect(brake.admit(SITE, 'ann', 1, 60_001)).toBeGreaterThan(0);
  });

  it('forgets old visitors instead of growing', () => {
    const brake = createVisitorBrake();
    brake.admit(SITE, 'ann', 60, 0);
    for (let turn = 0; turn < 6_000; turn += 1) brake.admit(brandId<InstanceId>(`site-${turn}`), 'x', 1, 0);
    expect(brake.admit(SITE, 'ann', 1, 1)).toBe(0);
  });
});
