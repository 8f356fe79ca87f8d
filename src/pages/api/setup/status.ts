import { getSetupStatus } from '../../../backend/endpoints/setup/status';
import { shell } from '../_shell';

export const GET = shell(getSetupStatus);
