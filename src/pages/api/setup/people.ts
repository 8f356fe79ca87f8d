import { getPeople } from '../../../backend/endpoints/setup/people';
import { shell } from '../_shell';

export const GET = shell(getPeople);
