const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Writes plain text the way WordPress keeps what its own visitors type. Sent as it is, a text loses words on every
 * update: WordPress takes "5 < 6 and 7 > 6" for a tag named 6. In this form its filters leave the text alone, so
 * nothing is lost, nothing can become markup on the shop's page, and the duplicate check, which compares what is sent
 * with what is stored, recognises a second copy. `canonicalText` reads it back.
 */
export function wireText(text: string): string {
  return text.replace(/[&<>]/gu, (char) => REFERENCES[char] ?? char);
}
