import { getPreview, postPreview } from '../../../backend/endpoints/setup/preview';
import { shell } from '../_shell';

export const GET = shell(getPreview);
export const POST = shell(postPreview);
