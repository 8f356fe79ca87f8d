import { listProducts } from '../../../backend/endpoints/products';
import { shell } from '../_shell';

export const GET = shell(listProducts);
