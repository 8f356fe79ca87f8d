import * as real from '../../src/core/link-id';
import { brandId, type InstanceId } from '../../src/core/ids';

const EVERYBODY = brandId<InstanceId>('00000000-0000-4000-8000-000000000000');

export * from '../../src/core/link-id';

export const pairLinkId: typeof real.pairLinkId = (_instance, ...parts) => real.pairLinkId(EVERYBODY, ...parts);
