import { extensions } from '@wix/astro/builders';

export default extensions.dashboardPage({
  id: '9d3f4f0a-6a0f-4a27-b5d6-2a7d1d2c8f35',
  title: 'Needs attention',
  routePath: 'inbox',
  component: './dashboard/pages/inbox/inbox.tsx',
});
