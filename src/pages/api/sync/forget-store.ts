import { postForgetStore } from '../../../backend/endpoints/forget-store';
import { shell } from '../_shell';

export const POST = shell(postForgetStore);
