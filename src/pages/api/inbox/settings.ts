import { getSettings, postSettings } from '../../../backend/endpoints/inbox/settings';
import { shell } from '../_shell';

export const GET = shell(getSettings);
export const POST = shell(postSettings);
