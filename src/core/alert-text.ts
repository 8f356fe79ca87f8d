/** What an alert says in one line: stars and place, never a customer's words. */
export function alertText({ kind, rating, side }: { readonly kind: 'new' | 'edited' | 'test'; readonly rating: number | null; readonly side: 'wix' | 'store' }): string {
  if (kind === 'test') return 'This is a test of Review Relay: alerts arrive here.';
  const where = side === 'wix' ? 'on your Wix site' : 'in your store';
  const stars = `${rating ?? 0}-star`;
  return kind === 'new' ? `A new ${stars} review ${where} needs an answer.` : `A review ${where} was changed to say more: ${rating ?? 0} of 5 stars. It needs another look.`;
}
