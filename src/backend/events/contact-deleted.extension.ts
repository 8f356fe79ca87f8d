import { extensions } from '@wix/astro/builders';

export default extensions.event({ id: 'c2b4ad0f-8f61-4d0b-8a3e-94d6b5f2e702', source: './backend/events/contact-deleted.ts' });
