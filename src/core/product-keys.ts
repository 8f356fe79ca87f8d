/** What a product is compared by. `null`: the merchant gave nothing that could tell it from others. */
export interface ProductKeys {
  readonly sku: string | null;
  readonly slug: string | null;
  readonly name: string | null;
  /** The words of the name in a fixed order: "Mug, enamel" and "Enamel mug" have the same. */
  readonly words: string | null;
}

interface Described {
  readonly name: string;
  readonly slug: string;
  readonly sku: string | null;
}

export function productKeys({ name, slug, sku }: Described): ProductKeys {
  const words = wordsOf(name);
  return {
    sku: orNull((sku ?? '').normalize('NFKC').trim().toLowerCase()),
    slug: slugKey(slug),
    name: orNull(words.join(' ')),
    words: orNull([...new Set(words)].sort().join(' ')),
  };
}

/** Lower case, no punctuation: letters, their marks and digits of any script. */
function wordsOf(name: string): readonly string[] {
  return name.normalize('NFKC').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Stores give `/enamel-mug`, `enamel-mug` or a percent-encoded slug for names beyond ASCII. */
function slugKey(slug: string): string | null {
  const trimmed = slug.trim().replace(/^\/+|\/+$/g, '');
  return orNull(decoded(trimmed).normalize('NFKC').toLowerCase());
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    // A bare "%" in a slug is just a character.
    return slug;
  }
}

function orNull(key: string): string | null {
  return key === '' ? null : key;
}
