import type { InstanceId } from '../../core/ids';
import type { WixAccess } from './call-wix';

/** What the row functions work with. */
export interface RowsAccess extends WixAccess {
  readonly instanceId: InstanceId;
}
