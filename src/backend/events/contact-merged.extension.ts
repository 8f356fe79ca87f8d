import { extensions } from '@wix/astro/builders';

export default extensions.event({ id: '6a3c9a52-5d0e-4b53-9f0e-3a6f7f6b1c01', source: './backend/events/contact-merged.ts' });
