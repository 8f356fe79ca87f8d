import { listSetupProducts } from '../../../backend/endpoints/setup/products';
import { shell } from '../_shell';

export const GET = shell(listSetupProducts);
