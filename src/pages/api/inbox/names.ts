import { getNames } from '../../../backend/endpoints/inbox/names';
import { shell } from '../_shell';

export const GET = shell(getNames);
