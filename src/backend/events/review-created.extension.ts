import { extensions } from '@wix/astro/builders';

export default extensions.event({ id: '397b5a3c-0cbd-4208-8f75-9b2ee4992f0f', source: './backend/events/review-created.ts' });
