import { extensions } from '@wix/astro/builders';

export default extensions.event({ id: '0b8e7c1d-3f52-4a86-9c47-e1d25a90b6f3', source: './backend/events/file-ready.ts' });
