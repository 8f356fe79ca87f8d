import { extensions } from '@wix/astro/builders';

export default extensions.dashboardPage({
  id: '71304ed1-d004-48fd-aaf7-d140ad994fd9',
  title: 'Reviews sync',
  routePath: 'sync',
  component: './dashboard/pages/sync/sync.tsx',
});
