import { describe, expect, it } from 'vitest';
import { brandId, type InstanceId } from '../../core/ids';
import { createVisitorBrake } from './visitor-brake';

const SITE = brandId<InstanceId>('site-a');
const OTHER = brandId<InstanceId>('site-b');

function admitMany(times: number, visitorOf: (turn: number) => string): readonly number[] {
  const brake = createVisitorBrake();
  return Array.from({ length: times }, (_, turn) => brake.admit(SITE, visitorOf(turn), 1_000));
}

describe('the brake for visitors', () => {
  it('lets a person who looks around through', () => {
    expect(admitMany(60, () => 'ann').every((waitMs) => waitMs === 0)).toBe(true);
  });

  it('makes one visitor wait for the rest of the minute, and nobody else', () => {
    const brake = createVisitorBrake();
    for (let turn = 0; turn < 60; turn += 1) brake.admit(SITE, 'ann', 0);
    expect(brake.admit(SITE, 'ann', 20_000)).toBe(40_000);
    expect(brake.admit(SITE, 'ben', 20_000)).toBe(0);
    expect(brake.admit(OTHER, 'ann', 20_000)).toBe(0);
    expect(brake.admit(SITE, 'ann', 60_000)).toBe(0);
  });

  it('takes nothing from the others by what it refuses one visitor', () => {
    const brake = createVisitorBrake();
    for (let turn = 0; turn < 1_000; turn += 1) brake.admit(SITE, 'ann', 0);
    expect(brake.admit(SITE, 'ben', 0)).toBe(0);
  });

  it('keeps a part of the site’s quota for sync, however many visitors come', () => {
    const waits = admitMany(200, (turn) => `visitor-${turn}`);
    expect(waits.filter((waitMs) => waitMs === 0)).toHaveLength(150);
  });

  it('forgets old visitors instead of growing', () => {
    const brake = createVisitorBrake();
    for (let turn = 0; turn < 60; turn += 1) brake.admit(SITE, 'ann', 0);
    for (let turn = 0; turn < 6_000; turn += 1) brake.admit(brandId<InstanceId>(`site-${turn}`), 'x', 0);
    expect(brake.admit(SITE, 'ann', 1)).toBe(0);
  });
});
