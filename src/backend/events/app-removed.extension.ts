import { extensions } from '@wix/astro/builders';

export default extensions.event({ id: '72f1ea56-21b4-4fae-8c3c-cf7ed4f6c851', source: './backend/events/app-removed.ts' });
