import { postPreviewTick } from '../../../backend/endpoints/setup/preview';
import { shell } from '../_shell';

export const POST = shell(postPreviewTick);
