import { extensions } from '@wix/astro/builders';

export default extensions.event({ id: 'bae73dec-8f8e-429b-9d80-8ad9bd13d94c', source: './backend/events/review-moderation-status-changed.ts' });
