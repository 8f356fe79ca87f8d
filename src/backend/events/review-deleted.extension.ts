import { extensions } from '@wix/astro/builders';

export default extensions.event({ id: '99aba920-ce24-4a81-89ce-78462e97c48a', source: './backend/events/review-deleted.ts' });
