import { listRuns } from '../../../backend/endpoints/runs';
import { shell } from '../_shell';

export const GET = shell(listRuns);
