import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes that are really in use: what nobody refers to any more is collected first. */
export function usedBytes(): number {
  collect();
  return process.memoryUsage().heapUsed;
}
