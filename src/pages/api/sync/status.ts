import { getStatus } from '../../../backend/endpoints/status';
import { shell } from '../_shell';

export const GET = shell(getStatus);
