import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import GalleryPanel from '../widgets/media-gallery/media-gallery.panel';
import HelpfulPanel from '../widgets/helpful-reviews/helpful-reviews.panel';
import ProductPanel from '../plugins/product-reviews/product-reviews.panel';

const editor = vi.hoisted(() => ({ widget: { getProp: vi.fn(), setProp: vi.fn() }, inputs: { selectColor: vi.fn() } }));
vi.mock('@wix/editor', () => editor);
const { widget, inputs } = editor;

const PANELS = [['gallery', GalleryPanel], ['helpful', HelpfulPanel], ['product', ProductPanel]] as const;

describe('a settings panel', () => {
  beforeEach(() => {
    widget.getProp.mockReset().mockResolvedValue(null);
    widget.setProp.mockReset().mockResolvedValue(undefined);
    inputs.selectColor.mockReset();
  });
  afterEach(cleanup);

  it('shows what the element is set to, and its own choice where nothing was set', async () => {
    widget.getProp.mockImplementation((name: string) => Promise.resolve(name === 'heading' ? 'Our customers' : null));
    render(<HelpfulPanel />);
    expect(await screen.findByLabelText<HTMLInputElement>('Heading')).toHaveProperty('value', 'Our customers');
    expect(screen.getByLabelText<HTMLInputElement>('How many reviews').value).toBe('10');
    expect(screen.getByLabelText<HTMLInputElement>('Give newer reviews a chance').checked).toBe(false);
  });

  it('keeps a heading that the owner emptied', async () => {
    widget.getProp.mockImplementation((name: string) => Promise.resolve(name === 'heading' ? '' : null));
    render(<GalleryPanel />);
    expect((await screen.findByLabelText<HTMLInputElement>('Heading')).value).toBe('');
  });

  it('changes the element at once, as text', async () => {
    render(<HelpfulPanel />);
    fireEvent.change(await screen.findByLabelText('Heading'), { target: { value: 'Hello' } });
    fireEvent.click(screen.getByLabelText('Give newer reviews a chance'));
    expect(widget.setProp.mock.calls).toEqual([['heading', 'Hello'], ['balanced', 'true']]);
    expect(screen.getByLabelText<HTMLInputElement>('Heading').value).toBe('Hello');
  });

  it('takes a color from the editor and gives it back to the site', async () => {
    inputs.selectColor.mockImplementation((_: string, { onChange }: { onChange: (value: string) => void }) => { onChange('var(--wst-color-action, #123)'); return Promise.resolve(''); });
    render(<GalleryPanel />);
    fireEvent.click(await screen.findByLabelText('Choose a color: Text'));
    expect(widget.setProp).toHaveBeenCalledWith('text-color', 'var(--wst-color-action, #123)');
    fireEvent.click(screen.getByRole('button', { name: 'As the site' }));
    expect(widget.setProp).toHaveBeenLastCalledWith('text-color', '');
  });

  it('says when the settings cannot be read, and what to do', async () => {
    widget.getProp.mockRejectedValue(new Error('EP Context Error'));
    render(<GalleryPanel />);
    expect((await screen.findByRole('alert')).textContent).toBe('The settings could not be read. Close this panel and open it again.');
  });

  it('says when a change was not kept, until one is', async () => {
    widget.setProp.mockRejectedValueOnce(new Error('no'));
    render(<GalleryPanel />);
    const heading = await screen.findByLabelText('Heading');
    fireEvent.change(heading, { target: { value: 'A' } });
    expect((await screen.findByRole('alert')).textContent).toContain('not kept');
    fireEvent.change(heading, { target: { value: 'B' } });
    await vi.waitFor(() => { expect(screen.queryByRole('alert')).toBeNull(); });
  });

  it.each(PANELS)('names every input of the %s panel and breaks no rule of accessibility', async (_, Panel) => {
    const { container } = render(<Panel />);
    await screen.findByLabelText('Heading');
    // Colours are for a real browser to tell; a closed dropdown of the design system lacks `aria-controls`.
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'aria-required-attr': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  it.each(PANELS)('asks for each setting of the %s panel once', async (_, Panel) => {
    render(<Panel />);
    await screen.findByLabelText('Heading');
    const names = widget.getProp.mock.calls.map(([name]: string[]) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
