import path from 'node:path';
import { parseArgs } from 'node:util';

export interface SandboxOptions {
  /** 0 lets the system choose. */
  readonly port: number;
  /** Forget what earlier starts left behind. */
  readonly fresh: boolean;
  /** No shop, no products, nothing connected. */
  readonly empty: boolean;
  /** Both shops full, and the app just installed: whoever comes connects the store themselves. */
  readonly byHand: boolean;
  /** Products that both shops have beside those with reviews, to see how the app does with a long catalog. */
  readonly moreProducts: number;
  /** How many sandbox seconds pass in one real second. */
  readonly speed: number;
  readonly quiet: boolean;
  readonly stateDir: string;
  /** How the local Wix behaves where its documentation leaves the answer open. */
  readonly switches: Readonly<Record<string, unknown>>;
}

export const USAGE = 'Options: --port N  --fresh  --empty  --by-hand  --more-products N  --speed N  --quiet  --state DIR  --switches JSON';

export function readOptions(argv: readonly string[], repoDir: string): SandboxOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: { type: 'string', default: '4800' },
      fresh: { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
      'by-hand': { type: 'boolean', default: false },
      'more-products': { type: 'string', default: '0' },
      speed: { type: 'string', default: '1' },
      quiet: { type: 'boolean', default: false },
      state: { type: 'string', default: '.sandbox' },
      switches: { type: 'string', default: '{}' },
    },
  });
  return {
    port: numberIn('--port', values.port, 0, 65_535),
    fresh: values.fresh,
    empty: values.empty,
    byHand: values['by-hand'],
    moreProducts: numberIn('--more-products', values['more-products'], 0, 20_000),
    speed: numberIn('--speed', values.speed, 1, 100_000),
    quiet: values.quiet,
    stateDir: path.resolve(repoDir, values.state),
    switches: readSwitches(values.switches),
  };
}

function numberIn(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < min || value > max) {
    throw new RangeError(`Expected ${name} to be a whole number from ${min} to ${max}, got "${text}"`);
  }
  return value;
}

function readSwitches(text: string): Record<string, unknown> {
  const value: unknown = parseJson(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError(`Expected --switches to be a JSON object, got "${text}"`);
  }
  return { ...value };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
