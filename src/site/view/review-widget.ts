import type { SiteAnswer } from '../../backend/endpoints/site-types';
import { element } from './element';
import { keepHeight, releaseHeight } from './release-height';
import type { ReadAttribute } from './settings';
import { siteQueryText, type SiteQuery } from './site-query';
import { messageView } from './message-view';
import { TEXTS } from './texts';
import { whenNear } from './when-near';
import type { WidgetState } from './widget-state';

/** What a widget is handed to draw with. */
export interface Stage {
  /** Made up for the editor, which asks nobody for anything. */
  readonly isSample: boolean;
  /** Ends when the widget is drawn anew or taken off the page. */
  readonly signal: AbortSignal;
}

/** Everything that tells one widget from another. */
export interface WidgetSpec<Settings> {
  readonly styles: string;
  readonly settings: (read: ReadAttribute) => Settings;
  /** `null`: there is nothing to ask yet. */
  readonly query: (settings: Settings) => SiteQuery | null;
  /** Exactly as high as what will be in its place. */
  readonly skeleton: (settings: Settings) => readonly Node[];
  /** `null`: nothing to show. */
  readonly view: (settings: Settings, answer: SiteAnswer, stage: Stage) => readonly Node[] | null;
  readonly emptyText: (settings: Settings) => string;
  readonly decorate: (root: HTMLElement, settings: Settings) => void;
  /** After the view is on the page and can be measured. */
  readonly settled?: (root: HTMLElement) => void;
}

/** What a widget reaches outside its own element. */
export interface WidgetDeps {
  readonly isEditor: () => Promise<boolean>;
  readonly load: (query: SiteQuery) => Promise<SiteAnswer>;
  readonly loadSample: () => Promise<SiteAnswer>;
}

/** A custom element that shows reviews. Wix gives it its tag, so no one here calls `customElements.define`. */
export abstract class ReviewWidget<Settings> extends HTMLElement {
  protected abstract readonly spec: WidgetSpec<Settings>;
  protected abstract readonly deps: WidgetDeps;

  #state: WidgetState = { kind: 'loading' };
  #life = new AbortController();
  #drawing = new AbortController();
  #asked = '';
  #isDue = false;

  connectedCallback(): void {
    if (this.shadowRoot === null) {
      this.attachShadow({ mode: 'open' }).append(element('style', {}, this.spec.styles), element('div', { class: 'box' }));
    }
    this.#life = new AbortController();
    this.#asked = '';
    this.#draw();
    void this.#fill(this.#life.signal);
  }

  disconnectedCallback(): void {
    this.#life.abort();
    this.#drawing.abort();
  }

  /** Several settings change at once when a panel opens or a page loads; they are looked at together. */
  attributeChangedCallback(): void {
    if (!this.isConnected || this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      if (this.isConnected) this.#settingsChanged();
    });
  }

  #settingsChanged(): void {
    const asks = textOf(this.spec.query(this.#settings()));
    if (this.#asked !== '' && this.#asked !== asks) void this.#fill(this.#life.signal);
    else this.#draw();
  }

  #settings(): Settings {
    return this.spec.settings((name) => this.getAttribute(name));
  }

  async #fill(signal: AbortSignal): Promise<void> {
    const isSample = await this.deps.isEditor();
    if (!isSample) await whenNear(this, signal);
    if (!this.isConnected) return;
    const query = this.spec.query(this.#settings());
    const asked = textOf(query);
    this.#asked = asked;
    const work = isSample ? this.deps.loadSample() : query === null ? null : this.deps.load(query);
    if (work === null) return;
    const state = await work.then(
      (answer): WidgetState => ({ kind: 'ready', answer, isSample }),
      (): WidgetState => ({ kind: 'failed' }),
    );
    // A slower answer to an older question must not replace a newer one, nor one of an earlier life.
    if (signal.aborted || this.#asked !== asked) return;
    this.#state = state;
    this.#draw();
  }

  #draw(): void {
    const box = this.shadowRoot?.querySelector<HTMLElement>('.box');
    if (box == null) return;
    const settings = this.#settings();
    const isLoading = this.#state.kind === 'loading';
    this.#drawing.abort();
    this.#drawing = new AbortController();
    const { signal } = this.#drawing;
    if (isLoading) box.setAttribute('aria-busy', 'true');
    else keepHeight(box);
    this.spec.decorate(box, settings);
    box.replaceChildren(...this.#content(settings, signal));
    // Measuring lays the page out, which takes as long as drawing it: a task of its own.
    if (!isLoading) setTimeout(() => { if (!signal.aborted) this.#settle(box, signal); });
  }

  #settle(box: HTMLElement, signal: AbortSignal): void {
    this.spec.settled?.(box);
    releaseHeight(box, signal);
    box.setAttribute('aria-busy', 'false');
  }

  #content(settings: Settings, signal: AbortSignal): readonly Node[] {
    const state = this.#state;
    if (state.kind === 'loading') return this.spec.skeleton(settings);
    if (state.kind === 'failed') return [messageView(TEXTS.failed, { label: TEXTS.retry, act: () => { this.#retry(); } })];
    const view = this.spec.view(settings, state.answer, { isSample: state.isSample, signal });
    if (view === null) return [messageView(this.spec.emptyText(settings))];
    return state.isSample ? [element('p', { class: 'sample', dir: 'auto' }, TEXTS.sample), ...view] : view;
  }

  #retry(): void {
    this.#state = { kind: 'loading' };
    this.#draw();
    // The button that had the focus is gone; whoever uses the keyboard goes on from here.
    const box = this.shadowRoot?.querySelector<HTMLElement>('.box');
    if (box != null) box.tabIndex = -1;
    box?.focus({ preventScroll: true });
    void this.#fill(this.#life.signal);
  }
}

/** Never empty: that stands for a widget that has not come to asking. */
function textOf(query: SiteQuery | null): string {
  return query === null ? 'nothing' : siteQueryText(query);
}
