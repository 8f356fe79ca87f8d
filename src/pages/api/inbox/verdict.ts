import { postVerdict } from '../../../backend/endpoints/inbox/verdict';
import { shell } from '../_shell';

export const POST = shell(postVerdict);
