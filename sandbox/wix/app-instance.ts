import { BACK_OFFICE, type Route } from './route';

export function appInstanceRoutes(): readonly Route[] {
  return [
    {
      method: 'GET', path: '/apps/v1/instance', access: 'read', subjects: BACK_OFFICE,
      handle: ({ site }) => ({
        instance: {
          instanceId: site.id,
          appName: 'Review Relay',
          appVersion: '^1.0.0',
          isFree: true,
          permissions: [],
          ...(site.originInstanceId === null ? {} : { originInstanceId: site.originInstanceId }),
        },
        site: {
          siteId: site.siteId,
          siteDisplayName: site.displayName,
          locale: 'en',
          paymentCurrency: 'USD',
          url: site.url,
          installedWixApps: site.catalogVersion === 'STORES_NOT_INSTALLED' ? [] : ['stores'],
          ownerInfo: { email: site.ownerEmail, emailStatus: 'VERIFIED' },
        },
      }),
    },
  ];
}
