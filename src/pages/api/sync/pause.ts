import { postPause } from '../../../backend/endpoints/pause';
import { shell } from '../_shell';

export const POST = shell(postPause);
