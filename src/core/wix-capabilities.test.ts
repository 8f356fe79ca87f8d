import { describe, expect, it } from 'vitest';
import { FIELDS } from './review';
import { WIX_CAPABILITIES } from './wix-capabilities';

describe('WIX_CAPABILITIES', () => {
  it('holds and edits every field', () => {
    expect(WIX_CAPABILITIES.holds).toEqual(FIELDS);
    expect(WIX_CAPABILITIES.edits).toEqual(FIELDS);
  });

  it('has the limits of the Wix review object', () => {
    expect(WIX_CAPABILITIES.maxLength).toEqual({ title: 3000, body: 3000, author: 100, reply: 1000 });
  });

  it('deletes for good', () => {
    expect(WIX_CAPABILITIES.delete).toBe('force');
  });
});
