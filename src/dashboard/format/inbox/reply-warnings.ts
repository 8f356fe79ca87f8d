/** What a reply in public should not hold without a second thought. */
export type ReplyWarning = 'e-mail' | 'phone' | 'order' | 'legal';

const SIGNS: readonly (readonly [ReplyWarning, RegExp])[] = [
  ['e-mail', /[\w.+-]+@[\w-]+\.[\w.-]+/u],
  ['phone', /(?:\+|\b00|\b0)\d(?:[\s()/.-]?\d){6,}/u],
  ['order', /\b(?:order|invoice|tracking)\s*(?:no\.?|number|id|#)?\s*[:#]?\s*[a-z]*\d{4,}/iu],
  ['legal', /\b(?:lawyers?|attorneys?|lawsuits?|sue|sued|legal action|court|defamation|libel|slander)\b/iu],
];

const SENTENCES: Readonly<Record<ReplyWarning, string>> = {
  'e-mail': 'An e-mail address would be in public.',
  phone: 'A phone number would be in public.',
  order: 'An order number would be in public.',
  legal: 'Words of a legal dispute in a public reply may be used later.',
};

export function replyWarnings(text: string): readonly ReplyWarning[] {
  return SIGNS.flatMap(([warning, sign]) => (sign.test(text) ? [warning] : []));
}

export function warningSentence(warning: ReplyWarning): string {
  return SENTENCES[warning];
}
