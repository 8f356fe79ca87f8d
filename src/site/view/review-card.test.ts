import { describe, expect, it } from 'vitest';
import { offerMore, reviewCard, type CardLook } from './review-card';
import { aReview } from './testing/site-answers';

const LOOK: CardLook = { titleLevel: 'h3', showOrigin: true };
const card = (change: Parameters<typeof aReview>[0] = {}, look: Partial<CardLook> = {}) => reviewCard(aReview(change), { ...LOOK, ...look });

describe('a review', () => {
  it('tells stars, title, words, author, day and votes', () => {
    const shown = card({ helpful: 2 });
    expect(shown.querySelector('.stars')?.getAttribute('aria-label')).toBe('4 out of 5 stars');
    expect(shown.querySelector('h3')?.textContent).toBe('Good');
    expect(shown.querySelector('.by')?.textContent).toBe('Ann LeeMarch 14, 2026');
    expect(shown.querySelector('.foot span')?.textContent).toBe('2 found it helpful');
  });

  it('says who bought and what comes from the other shop, unless the owner leaves it out', () => {
    const badges = (look: Partial<CardLook>) => Array.from(card({ verified: true, fromStore: true }, look).querySelectorAll('.badge')).map(({ textContent }) => textContent);
    expect(badges({})).toEqual(['Verified buyer', 'From our other shop']);
    expect(badges({ showOrigin: false })).toEqual(['Verified buyer']);
  });

  it('leaves nothing empty behind for what a review lacks', () => {
    const shown = card({ title: '', author: '', writtenOn: '' });
    expect([shown.querySelector('h3'), shown.querySelector('time'), shown.querySelector('.foot span'), shown.querySelector('.reply')]).toEqual([null, null, null, null]);
    expect(shown.querySelector('.by')?.textContent).toBe('A customer');
  });

  it('shows what strangers wrote as texts', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const shown = card({ title: evil, body: evil, author: evil, reply: evil });
    expect(shown.querySelector('img')).toBeNull();
    for (const part of ['.title', '.words', '.reply', 'bdi']) expect(shown.querySelector(part)?.textContent).toContain(evil);
  });

  it('opens to be read in full, and says so', () => {
    const shown = card({ reply: 'Thanks' });
    const more = shown.querySelector('button');
    document.body.append(shown);
    offerMore(document);
    expect(shown.classList.contains('cut')).toBe(true);
    expect(more?.getAttribute('aria-label')).toBe('Read more: Ann Lee');
    more?.click();
    expect(more?.getAttribute('aria-label')).toBe('Read less: Ann Lee');
    expect([shown.classList.contains('open'), more?.getAttribute('aria-expanded'), more?.textContent]).toEqual([true, 'true', 'Read less']);
    more?.click();
    expect([shown.classList.contains('open'), more?.getAttribute('aria-expanded'), more?.textContent]).toEqual([false, 'false', 'Read more']);
  });
});
