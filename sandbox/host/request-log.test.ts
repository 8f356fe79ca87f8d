import { describe, expect, it } from 'vitest';
import { kindOf, RequestLog } from './request-log';

describe('kindOf', () => {
  it.each([
    ['wix', 'POST', 'https://www.wixapis.com/reviews/v1/reviews', 'write'],
    ['wix', 'POST', 'https://www.wixapis.com/reviews/v1/bulk/reviews/create', 'write'],
    ['wix', 'PATCH', 'https://www.wixapis.com/reviews/v1/reviews/1/moderate', 'write'],
    ['wix', 'POST', 'https://www.wixapis.com/reviews/v1/reviews/query', 'read'],
    ['wix', 'POST', 'https://www.wixapis.com/wix-data/v2/bulk/items/save', 'own'],
    ['wix', 'POST', 'https://www.wixapis.com/oauth2/token', 'own'],
    ['wix', 'GET', 'https://frog.wix.com/?x', 'own'],
    ['store', 'GET', 'https://demo-store.example/wp-json/wc/v3/products/reviews', 'read'],
    ['store', 'POST', 'https://demo-store.example/wp-json/wc/v3/products/reviews', 'write'],
    ['store', 'POST', 'https://demo-store.example/wp-json/wc/v3/webhooks', 'own'],
  ] as const)('%s %s %s is %s', (side, method, url, kind) => {
    expect(kindOf(side, method, url)).toBe(kind);
  });
});

describe('RequestLog', () => {
  it('keeps calls in order with their invocation, until it is cleared', () => {
    const log = new RequestLog();
    const { id } = log.openInvocation('POST', '/api/x');
    log.open({ invocation: id, side: 'wix', method: 'GET', url: 'https://www.wixapis.com/a' }).status = 200;
    expect(log.calls()).toMatchObject([{ invocation: id, kind: 'read', status: 200 }]);
    log.clear();
    expect([...log.calls(), ...log.invocations()]).toEqual([]);
  });
});
