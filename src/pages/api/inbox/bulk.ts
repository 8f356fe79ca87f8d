import { postBulk } from '../../../backend/endpoints/inbox/bulk';
import { shell } from '../_shell';

export const POST = shell(postBulk);
