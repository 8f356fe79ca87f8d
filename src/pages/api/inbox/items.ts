import { listItems } from '../../../backend/endpoints/inbox/items';
import { shell } from '../_shell';

export const GET = shell(listItems);
