import { describe, expect, it } from 'vitest';
import { mediaFromWoo } from './media-from-woo';
import { REVIEW_FIELDS, reviewFromWire } from './review-from-wire';

const WIRE = { id: 1, product_id: 2, status: 'approved', reviewer: 'Ada', reviewer_email: 'ada@example.com', review: 'Fits well', rating: 5, date_created_gmt: '2026-05-01T10:00:00' };

describe('the media of a WooCommerce review', () => {
  it('are asked for, since a list of fields is sent', () => {
    expect(REVIEW_FIELDS.split(',')).toContain('media');
  });

  it('are not mentioned for a review of WooCommerce\'s own shape', () => {
    expect(reviewFromWire(WIRE)).not.toHaveProperty('media');
    expect(reviewFromWire({ ...WIRE, media: [] })).not.toHaveProperty('media');
  });

  it('are read as a plug-in adds them', () => {
    const media = [{ type: 'image', url: 'https://shop.example/a.jpg' }, { type: 'video', url: 'https://shop.example/b.mp4' }];
    expect(reviewFromWire({ ...WIRE, media }).media).toEqual([{ kind: 'image', url: 'https://shop.example/a.jpg' }, { kind: 'video', url: 'https://shop.example/b.mp4' }]);
  });

  it.each(['text', 3, null, { image: 'x' }, [null, 'x', { type: 'pdf', url: 'y' }, { type: 'image' }, { type: 'image', url: 7 }]])('of an unknown shape break nothing: %j', (media) => {
    expect(reviewFromWire({ ...WIRE, media })).not.toHaveProperty('media');
  });

  it('are found in an imported text, which keeps its words alone', () => {
    const review = `Fits <b>well</b> <img class="x" src="https://shop.example/a.jpg?w=1&amp;h=2" alt="">\n<IMG SRC='https://shop.example/b.png'>`;
    const read = reviewFromWire({ ...WIRE, review });
    expect(read.media).toEqual([{ kind: 'image', url: 'https://shop.example/a.jpg?w=1&h=2' }, { kind: 'image', url: 'https://shop.example/b.png' }]);
    expect(read.fields.body).toBe('Fits well');
  });

  it('are bounded, and a long text without an end to its tag is read quickly', () => {
    expect(mediaFromWoo(Array.from({ length: 500 }, () => ({ type: 'image', url: 'https://a.example/1.jpg' })), '')).toHaveLength(50);
    expect(mediaFromWoo(undefined, '<img src='.repeat(5000))).toEqual([]);
  });
});
