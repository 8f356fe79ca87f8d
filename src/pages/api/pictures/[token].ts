import { getPicture } from '../../../backend/endpoints/picture';
import { shell } from '../_shell';

export const GET = shell(getPicture);
