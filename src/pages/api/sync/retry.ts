import { postRetry } from '../../../backend/endpoints/retry';
import { shell } from '../_shell';

export const POST = shell(postRetry);
