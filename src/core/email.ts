import type { Email } from './ids';

/** Longest address Wix contacts accept, in characters. */
const MAX_LENGTH = 320;
const SHAPE = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/u;

/** Trims and lower-cases an address so that both shops' spellings meet; `null` when it cannot be one. */
export function parseEmail(raw: string | null | undefined): Email | null {
  const text = (raw ?? '').normalize('NFC').trim().toLowerCase();
  return text.length <= MAX_LENGTH && SHAPE.test(text) ? (text as Email) : null;
}
