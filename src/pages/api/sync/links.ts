import { listLinks } from '../../../backend/endpoints/links';
import { shell } from '../_shell';

export const GET = shell(listLinks);
