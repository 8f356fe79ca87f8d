import { getPreviewAge } from '../../../backend/endpoints/setup/preview-age';
import { shell } from '../_shell';

export const GET = shell(getPreviewAge);
