import { postConnect } from '../../../backend/endpoints/connect';
import { shell } from '../_shell';

export const POST = shell(postConnect);
