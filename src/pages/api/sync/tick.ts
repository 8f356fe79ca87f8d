import { postTick } from '../../../backend/endpoints/tick';
import { shell } from '../_shell';

export const POST = shell(postTick);
