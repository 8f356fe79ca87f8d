import { postRollback } from '../../../backend/endpoints/rollback';
import { shell } from '../_shell';

export const POST = shell(postRollback);
