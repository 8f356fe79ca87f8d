import { getItem } from '../../../backend/endpoints/inbox/item';
import { shell } from '../_shell';

export const GET = shell(getItem);
