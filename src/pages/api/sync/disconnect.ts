import { postDisconnect } from '../../../backend/endpoints/disconnect';
import { shell } from '../_shell';

export const POST = shell(postDisconnect);
