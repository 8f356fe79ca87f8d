import { getReplies, postReplies } from '../../../backend/endpoints/setup/replies';
import { shell } from '../_shell';

export const GET = shell(getReplies);
export const POST = shell(postReplies);
