import { postProbe } from '../../../backend/endpoints/probe';
import { shell } from '../_shell';

export const POST = shell(postProbe);
