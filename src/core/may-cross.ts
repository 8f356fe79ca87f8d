import type { Direction } from './plan-types';
import type { Side } from './review';

/** Whether a field whose direction is `direction` may be written on side `to`. */
export function mayCross(direction: Direction, to: Side): boolean {
  switch (direction) {
    case 'both':
      return true;
    case 'off':
      return false;
    case 'to-store':
      return to === 'store';
    case 'to-wix':
      return to === 'wix';
  }
}
