import { getTimeline } from '../../../backend/endpoints/timeline';
import { shell } from '../_shell';

export const GET = shell(getTimeline);
