import { extensions } from '@wix/astro/builders';

export default extensions.dashboardPage({
  id: 'f70e4d10-054b-46b9-8b9b-3ff9991950f6',
  title: 'Setup',
  routePath: 'setup',
  component: './dashboard/pages/setup/setup.tsx',
});
