import { postBackfill } from '../../../backend/endpoints/backfill';
import { shell } from '../_shell';

export const POST = shell(postBackfill);
