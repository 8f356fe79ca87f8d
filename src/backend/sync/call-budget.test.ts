import { describe, expect, it } from 'vitest';
import { CallBudget } from './call-budget';

describe('a call budget', () => {
  it.each([0, -1, 1.5, Number.NaN])('refuses a limit that is no whole number from 1 up, and quotes it: %s', (limit) => {
    expect(() => new CallBudget(limit)).toThrow(String(limit));
  });

  it('lets exactly as many calls through as it was made for', () => {
    const budget = new CallBudget(3);
    for (let call = 1; call <= 3; call += 1) budget.spend();
    expect(budget).toMatchObject({ spent: 3, left: 0 });
    expect(() => {
      budget.spend();
    }).toThrow(expect.objectContaining({ code: 'BUDGET_SPENT' }));
  });

  it('spends nothing on a call it refuses', () => {
    const budget = new CallBudget(3);
    expect(() => {
      budget.spend(4);
    }).toThrow();
    expect(budget.left).toBe(3);
  });

  it('keeps calls back while work is done, and has them again afterwards', async () => {
    const budget = new CallBudget(5);
    await budget.keeping(2, async () => {
      expect(budget.has(3)).toBe(true);
      expect(budget.has(4)).toBe(false);
      budget.spend(3);
      expect(() => {
        budget.spend();
      }).toThrow(expect.objectContaining({ code: 'BUDGET_SPENT' }));
    });
    expect(budget.left).toBe(2);
  });

  it('has them again when the work fails, and hands the failure on', async () => {
    const budget = new CallBudget(5);
    const failure = new Error('the store is down');
    await expect(budget.keeping(2, () => Promise.reject(failure))).rejects.toBe(failure);
    expect(budget.left).toBe(5);
  });
});
