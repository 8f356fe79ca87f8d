import { listConflicts } from '../../../backend/endpoints/conflicts';
import { postConflicts } from '../../../backend/endpoints/resolve-conflicts';
import { shell } from '../_shell';

export const GET = shell(listConflicts);
export const POST = shell(postConflicts);
