import { findProducts } from '../../../backend/endpoints/inbox/products';
import { shell } from '../_shell';

export const GET = shell(findProducts);
