import type * as real from '../../src/backend/sync/is-copy';

export { carriesDate, mayBeCopy } from '../../src/backend/sync/is-copy';

export const isCopy: typeof real.isCopy = () => true;
