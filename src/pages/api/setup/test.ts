import { postTest } from '../../../backend/endpoints/setup/test-permissions';
import { shell } from '../_shell';

export const POST = shell(postTest);
