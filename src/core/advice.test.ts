import { describe, expect, it } from 'vitest';
import { advice } from './advice';
import { retryClass } from './retry-class';
import { SYNC_CODES } from './sync-code';

describe('advice', () => {
  it.each(SYNC_CODES)('is one plain sentence and one action for %s', (code) => {
    const { sentence, action } = advice(code);
    expect(sentence).toMatch(/^[A-Z][^.!?]+\.$/);
    expect(sentence.length).toBeLessThanOrEqual(130);
    expect(action.label).toMatch(/^[A-Z][^.!?]+$/);
    expect(action.label.length).toBeLessThanOrEqual(45);
  });

  it.each(SYNC_CODES)('uses no jargon for %s', (code) => {
    const { sentence, action } = advice(code);
    expect(`${sentence} ${action.label}`).not.toMatch(/_|HTTP \d|API|token|webhook|payload|sync|null|error|invalid|entity|revision|[45]\d\d/i);
  });

  it('gives no two codes the same sentence', () => {
    const sentences = SYNC_CODES.map((code) => advice(code).sentence);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('asks for patience only where the engine tries again by itself', () => {
    for (const code of SYNC_CODES) {
      if (advice(code).action.kind === 'wait') expect(['transient', 'throttled']).toContain(retryClass(code));
    }
  });

  it('gives a person something to do wherever the engine waits for one', () => {
    for (const code of SYNC_CODES) {
      if (retryClass(code) === 'needs-person') expect(['wait', 'none']).not.toContain(advice(code).action.kind);
    }
  });

  it('leads to the products for a product without counterpart, and to the connection for refused keys', () => {
    expect(advice('PRODUCT_UNMATCHED').action.kind).toBe('match-products');
    expect(advice('STORE_AUTH').action.kind).toBe('reconnect');
  });
});
