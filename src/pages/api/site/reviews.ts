import { getSiteReviews } from '../../../backend/endpoints/site-reviews';
import { shell } from '../_shell';

export const GET = shell(getSiteReviews);
export const OPTIONS = shell(getSiteReviews);
