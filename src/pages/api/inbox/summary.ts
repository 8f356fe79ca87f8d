import { getSummary } from '../../../backend/endpoints/inbox/summary';
import { shell } from '../_shell';

export const GET = shell(getSummary);
