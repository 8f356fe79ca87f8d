import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SiteAnswer } from '../../backend/endpoints/site-types';
import { element } from './element';
import { ReviewWidget, type WidgetDeps, type WidgetSpec } from './review-widget';
import { textSetting } from './settings';
import { anAnswer } from './testing/site-answers';

const SPEC: WidgetSpec<{ readonly heading: string; readonly product: string | null }> = {
  styles: '',
  settings: (read) => ({ heading: textSetting(read, 'heading', 'Photos'), product: read('product-id') }),
  query: ({ product }) => ({ show: 'photos', product, min: 0, rank: 'helpful' }),
  skeleton: () => [element('div', { class: 'bone' })],
  view: ({ heading }, { photos }) => (photos.files.length === 0 ? null : [element('h2', {}, heading), element('p', {}, String(photos.files.length))]),
  emptyText: () => 'Nothing yet.',
  decorate: () => undefined,
};
const deps = { isEditor: vi.fn(), load: vi.fn(), loadSample: vi.fn() };

class TestWidget extends ReviewWidget<{ readonly heading: string; readonly product: string | null }> {
  static readonly observedAttributes = ['heading', 'product-id'];
  protected readonly spec = SPEC;
  protected readonly deps: WidgetDeps = deps;
}
customElements.define('test-widget', TestWidget);

const box = () => document.querySelector('test-widget')?.shadowRoot?.querySelector<HTMLElement>('.box');
const shown = (words: string) => vi.waitFor(() => { expect(box()?.textContent).toBe(words); });

function place(attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const widget = document.createElement('test-widget');
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  document.body.append(widget);
  return widget;
}

describe('a widget', () => {
  beforeEach(() => {
    deps.isEditor.mockReset().mockResolvedValue(false);
    deps.load.mockReset().mockResolvedValue(anAnswer(2));
    deps.loadSample.mockReset().mockResolvedValue(anAnswer(12));
  });
  afterEach(() => document.body.replaceChildren());

  it('shows its skeleton first and says that it is busy', async () => {
    place();
    expect([box()?.children[0]?.className, box()?.getAttribute('aria-busy')]).toEqual(['bone', 'true']);
    await shown('Photos2');
    expect(box()?.getAttribute('aria-busy')).toBe('false');
  });

  it('says that there is nothing', async () => {
    deps.load.mockResolvedValue(anAnswer(0));
    place();
    await shown('Nothing yet.');
  });

  it('says that it failed, nothing technical, and tries again when asked to', async () => {
    deps.load.mockRejectedValueOnce(new Error('HTTP 500'));
    place();
    await shown('The reviews could not be loaded.Try again');
    box()?.querySelector('button')?.click();
    await shown('Photos2');
  });

  it('keeps the focus of whoever tries again, whose button is gone', async () => {
    deps.load.mockRejectedValueOnce(new Error('HTTP 500'));
    const widget = place();
    await shown('The reviews could not be loaded.Try again');
    const button = box()?.querySelector('button');
    button?.focus();
    button?.click();
    expect([document.activeElement, widget.shadowRoot?.activeElement]).toEqual([widget, box()]);
    await shown('Photos2');
    expect(widget.shadowRoot?.activeElement).toBe(box());
  });

  it('follows a setting without asking again, and asks again for another product', async () => {
    const widget = place();
    await shown('Photos2');
    widget.setAttribute('heading', 'Pictures');
    await shown('Pictures2');
    expect(deps.load).toHaveBeenCalledTimes(1);
    deps.load.mockResolvedValue(anAnswer(5));
    widget.setAttribute('product-id', 'p-1');
    await shown('Pictures5');
    expect(deps.load).toHaveBeenLastCalledWith(expect.objectContaining({ product: 'p-1' }));
  });

  it('shows the answer to the last question, whichever comes first', async () => {
    const answers: ((answer: SiteAnswer) => void)[] = [];
    deps.load.mockImplementation(() => new Promise((resolve) => { answers.push(resolve); }));
    const widget = place();
    await vi.waitFor(() => { expect(answers).toHaveLength(1); });
    widget.setAttribute('product-id', 'p-2');
    await vi.waitFor(() => { expect(answers).toHaveLength(2); });
    answers[1]?.(anAnswer(7));
    answers[0]?.(anAnswer(3));
    await shown('Photos7');
  });

  it('shows samples in the editor and asks nobody', async () => {
    deps.isEditor.mockResolvedValue(true);
    place();
    await shown('Sample reviews. Your own are shown on the live site.Photos12');
    expect(deps.load).not.toHaveBeenCalled();
  });

  it('survives being taken off the page and put back', async () => {
    const widget = place();
    await shown('Photos2');
    widget.remove();
    document.body.append(widget);
    await shown('Photos2');
    expect(widget.shadowRoot?.querySelectorAll('.box')).toHaveLength(1);
  });

  it.each([['ready', 2], ['empty', 0], ['failed', null]] as const)('breaks no rule of accessibility when %s', async (_, files) => {
    if (files === null) deps.load.mockRejectedValue(new Error('no'));
    else deps.load.mockResolvedValue(anAnswer(files));
    place();
    await vi.waitFor(() => { expect(box()?.getAttribute('aria-busy')).toBe('false'); });
    // Colours are looked at in a real browser.
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
