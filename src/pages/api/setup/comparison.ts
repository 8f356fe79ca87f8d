import { getComparison } from '../../../backend/endpoints/setup/comparison';
import { shell } from '../_shell';

export const GET = shell(getComparison);
