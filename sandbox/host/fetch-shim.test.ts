import { describe, expect, it } from 'vitest';
import { WIX_PATH, withFetchShim, wixRequest } from './fetch-shim';

describe('the fetch shim', () => {
  it('comes before every script of the page', () => {
    expect(withFetchShim('<html><head><script src="a"></script></head></html>')).toMatch(/^<html><head><script>\(\(\)/u);
    expect(withFetchShim('<p>')).toMatch(/^<script>/u);
  });

  it('gives back the request the page meant', async () => {
    const sent = new Request(`http://127.0.0.1:4800${WIX_PATH}www.wixapis.com/reviews/v1/reviews/query?a=b`, { method: 'POST', body: 'x', headers: { authorization: 't' } });
    const meant = wixRequest(sent);
    expect([meant.url, meant.method, meant.headers.get('authorization'), await meant.text()]).toEqual([
      'https://www.wixapis.com/reviews/v1/reviews/query?a=b', 'POST', 't', 'x',
    ]);
  });
});
