import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** Where a line ends in HTML. */
const BLOCKS = new Set(['address', 'article', 'blockquote', 'br', 'dd', 'div', 'dl', 'dt', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'li', 'ol', 'p', 'pre', 'section', 'table', 'tr', 'ul']);
const UNSEEN = new Set(['script', 'style']);

/**
 * Markup that is complete: a tag, comment, doctype or instruction with its closing `>` before any other `<`, and quotes
 * in pairs. Any other `<` is a shopper's: "a < b", "<3", "</3", "I <love it". Sticky, and each try ends at the
 * next `<`, so a text full of them still takes linear time.
 */
const MARKUP = /<(?:\/?[a-z](?:[^<>"']|"[^"<]*"|'[^'<]*')*|[!?][a-z][^<>]*)>/iy;

/**
 * Takes the tags out of `html` and leaves character references as they are, a literal `<` as `&lt;`.
 * Lines end where a browser would end them; scripts and styles go with their content, if they are closed. Tags are taken
 * one by one and never matched in pairs: searching for the beginning of each end takes quadratic time on hostile text.
 */
export function stripMarkup(html: string): string {
  if (!html.includes('<')) return html;
  const text = escapeLiterals(html);
  const sink = new TextSink();
  // References are decoded by the caller: the tokenizer would also decode those without a semicolon ("?a=1&copy=2").
  const tokenizer = new Tokenizer({ decodeEntities: false }, {
    ...nothing,
    onopentagname: (start, end) => { sink.open(text.slice(start, end).toLowerCase()); },
    onclosetag: (start, end) => { sink.close(text.slice(start, end).toLowerCase()); },
    ontext: (start, end) => { sink.text(text.slice(start, end)); },
  });
  tokenizer.write(text);
  tokenizer.end();
  return sink.value();
}

const ignore = (): void => undefined;
const nothing: TokenizerCallbacks = {
  onattribdata: ignore, onattribend: ignore, onattribentity: ignore, onattribname: ignore, oncdata: ignore, onclosetag: ignore, oncomment: ignore, ondeclaration: ignore,
  onend: ignore, onopentagend: ignore, onopentagname: ignore, onprocessinginstruction: ignore, onselfclosingtag: ignore, ontext: ignore, ontextentity: ignore,
};

function escapeLiterals(html: string): string {
  const lastCommentEnd = html.lastIndexOf('-->');
  return html.replace(/</g, (_, offset: number) => (isMarkup(html, offset, lastCommentEnd) ? '<' : '&lt;'));
}

function isMarkup(html: string, offset: number, lastCommentEnd: number): boolean {
  if (html.startsWith('<!--', offset)) return lastCommentEnd >= offset + '<!--'.length;
  MARKUP.lastIndex = offset;
  return MARKUP.test(html);
}

class TextSink {
  #out: string[] = [];
  /** Content of the script or style we are in, `null` outside: it comes back when nothing closes it. */
  #unseen: string[] | null = null;
  /** After `<br>` the line break in the source is only layout. */
  #afterBreak = false;

  open(name: string): void {
    if (UNSEEN.has(name)) this.#unseen = [];
    if (BLOCKS.has(name)) this.#out.push('\n');
    this.#afterBreak = name === 'br';
  }

  text(text: string): void {
    const shown = this.#afterBreak ? text.replace(/^\r?\n/, '') : text;
    (this.#unseen ?? this.#out).push(shown);
    this.#afterBreak = false;
  }

  close(name: string): void {
    if (UNSEEN.has(name)) this.#unseen = null;
    if (BLOCKS.has(name)) this.#out.push('\n');
  }

  value(): string {
    return [...this.#out, ...(this.#unseen ?? [])].join('');
  }
}
