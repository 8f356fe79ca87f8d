import { extensions } from '@wix/astro/builders';

export default extensions.event({ id: '5d5ba928-141b-485d-837e-ba6f8e988cd2', source: './backend/events/review-updated.ts' });
