import { getFields, postFields } from '../../../backend/endpoints/setup/fields';
import { shell } from '../_shell';

export const GET = shell(getFields);
export const POST = shell(postFields);
