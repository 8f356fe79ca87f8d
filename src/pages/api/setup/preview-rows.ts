import { listPreviewRows } from '../../../backend/endpoints/setup/preview';
import { shell } from '../_shell';

export const GET = shell(listPreviewRows);
