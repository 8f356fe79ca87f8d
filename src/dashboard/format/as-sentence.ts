/** Advice is also a button's name, which has no full stop; where it is read as a sentence it gets one. */
export function asSentence(advice: string): string {
  return /^$|[.!?…]$/u.test(advice) ? advice : `${advice}.`;
}
