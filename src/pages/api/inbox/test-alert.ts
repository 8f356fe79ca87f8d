import { postTestAlert } from '../../../backend/endpoints/inbox/test-alert';
import { shell } from '../_shell';

export const POST = shell(postTestAlert);
