import { postReply } from '../../../backend/endpoints/inbox/reply';
import { shell } from '../_shell';

export const POST = shell(postReply);
