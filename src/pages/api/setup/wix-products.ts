import { searchWixProducts } from '../../../backend/endpoints/setup/wix-products';
import { shell } from '../_shell';

export const GET = shell(searchWixProducts);
