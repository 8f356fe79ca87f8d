import { getScheduler } from '../../../backend/endpoints/scheduler';
import { shell } from '../_shell';

export const GET = shell(getScheduler);
