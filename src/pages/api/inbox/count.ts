import { getCount } from '../../../backend/endpoints/inbox/count';
import { shell } from '../_shell';

export const GET = shell(getCount);
