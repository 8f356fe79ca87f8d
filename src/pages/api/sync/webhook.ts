import { postWebhook } from '../../../backend/endpoints/webhook';
import { shell } from '../_shell';

export const POST = shell(postWebhook);
