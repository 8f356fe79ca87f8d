import { extensions } from '@wix/astro/builders';

export default extensions.event({ id: '515b7a79-7bbf-41ff-82e2-0fceb393b9cd', source: './backend/events/review-published.ts' });
