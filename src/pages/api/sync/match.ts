import { postMatch } from '../../../backend/endpoints/match';
import { shell } from '../_shell';

export const POST = shell(postMatch);
