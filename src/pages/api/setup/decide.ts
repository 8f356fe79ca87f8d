import { postDecide } from '../../../backend/endpoints/setup/decide';
import { shell } from '../_shell';

export const POST = shell(postDecide);
