import { postRemoveCopies } from '../../../backend/endpoints/remove-copies';
import { shell } from '../_shell';

export const POST = shell(postRemoveCopies);
