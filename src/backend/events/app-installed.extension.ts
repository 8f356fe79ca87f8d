import { extensions } from '@wix/astro/builders';

export default extensions.event({ id: '44d8abfd-9ea4-4665-8458-da43b28af76d', source: './backend/events/app-installed.ts' });
