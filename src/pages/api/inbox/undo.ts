import { postUndo } from '../../../backend/endpoints/inbox/undo';
import { shell } from '../_shell';

export const POST = shell(postUndo);
