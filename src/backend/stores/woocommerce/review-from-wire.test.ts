import { describe, expect, it } from 'vitest';
import { captured } from '../../../../test/fixtures/woocommerce/exchange';
import { reviewFromWire } from './review-from-wire';

function wire(file: string, index: number): object {
  return captured(file, index).response.body as object;
}

describe('reviewFromWire', () => {
  it('reads a captured review as canonical fields', () => {
    expect(reviewFromWire(wire('create', 1))).toEqual({
      id: '5',
      productId: '10',
      fields: { title: '', body: 'Imported from elsewhere with its own date, held, verified.', rating: 3, author: 'Noa Bar', status: 'pending', reply: null },
      email: 'noa@example.test',
      writtenAt: '2024-03-01T10:20:30.000Z',
      trashed: false,
    });
  });

  it('reads markup and entities as the plain text a shopper sees', () => {
    const { fields } = reviewFromWire(wire('create', 3));
    expect(fields.author).toBe("Ann O'Neil & Co");
    expect(fields.body).toContain('Tom & Jerry <3 "quotes"');
    expect(fields.body).toContain('5 < 6 && 7 > 6');
    expect(fields.body).not.toContain('<b>');
    expect(fields.body).not.toContain('alert');
  });

  it('reads 0 stars as none and 9 stars as 5', () => {
    expect(reviewFromWire(wire('validation-errors', 7)).fields.rating).toBeNull();
    expect(reviewFromWire(wire('validation-errors', 5)).fields.rating).toBe(5);
  });

  it('reads the empty e-mail the store keeps of an invalid one as none', () => {
    expect(reviewFromWire(wire('validation-errors', 1)).email).toBeNull();
  });

  it('knows a review in the bin', () => {
    expect(reviewFromWire(wire('delete', 3))).toMatchObject({ trashed: true, fields: { status: 'hidden' } });
  });

  it('takes the site time where the UTC date is missing, and never fails over a date', () => {
    const review = { ...wire('create', 0), date_created: '2020-01-02T03:04:05' };
    expect(reviewFromWire({ ...review, date_created_gmt: null }).writtenAt).toBe('2020-01-02T03:04:05.000Z');
    expect(reviewFromWire({ ...review, date_created_gmt: '', date_created: '0000-00-00T00:00:00' }).writtenAt).toBe('1970-01-01T00:00:00.000Z');
  });

  it('refuses what is not a review, naming the field and not its content', () => {
    expect(() => reviewFromWire({ ...wire('create', 0), status: { dana: 1 } })).toThrow(expect.objectContaining({ code: 'STORE_NOT_RECOGNISED', details: expect.objectContaining({ field: 'status' }) }));
  });
});
