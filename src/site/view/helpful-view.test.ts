import { describe, expect, it } from 'vitest';
import { helpfulSettings } from '../widgets/helpful-reviews/helpful-settings';
import { helpfulSkeleton, helpfulView } from './helpful-view';
import { aReview } from './testing/site-answers';

const reviews = Array.from({ length: 10 }, (_, place) => aReview({ id: `r${place}` }));
const settings = (attributes: Readonly<Record<string, string>> = {}) => helpfulSettings((name) => attributes[name] ?? null);

describe('the list of helpful reviews', () => {
  it.each(['1', '4', '10'])('shows %s, and its skeleton as many', (count) => {
    const { look, ...common } = settings({ count });
    expect(helpfulView(reviews, look, common).querySelectorAll('article')).toHaveLength(Number(count));
    expect(helpfulSkeleton(look).querySelectorAll('.card')).toHaveLength(Number(count));
  });

  it.each([[{}, 'H3'], [{ 'heading-level': '4' }, 'H5'], [{ 'heading-level': '6' }, 'H6'], [{ heading: '' }, 'H2']])('puts titles one level below the heading with %o', (attributes, level) => {
    const { look, ...common } = settings(attributes);
    expect(helpfulView(reviews, look, common).querySelector('.title')?.tagName).toBe(level);
  });

  it('can be scrolled with the keyboard when it is a row', () => {
    const { look, ...common } = settings({ layout: 'row' });
    expect(helpfulView(reviews, look, common).getAttribute('tabindex')).toBe('0');
  });
});

describe('its settings', () => {
  it('are the ten most helpful of all products, without any', () => {
    expect(settings()).toMatchObject({ look: { layout: 'list', count: 10 }, query: { show: 'helpful', product: null, min: 0, rank: 'helpful' } });
  });

  it.each([['balanced', 'true', 'balanced'], ['balanced', 'false', 'helpful'], ['balanced', 'off', 'helpful'], ['balanced', '', 'helpful']])('rank by %s="%s" as %s', (name, value, rank) => {
    expect(settings({ [name]: value }).query.rank).toBe(rank);
  });
});
