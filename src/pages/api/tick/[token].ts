import { postOutsideTick } from '../../../backend/endpoints/outside-tick';
import { shell } from '../_shell';

export const POST = shell(postOutsideTick);
