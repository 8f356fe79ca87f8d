import { z } from 'zod';
import type { Journal } from '../journal';
import { APP_ONLY, type Route } from './route';
import { parseInput } from './validate';
import { nowIso, type World } from './world';

/** What the app told a site's owner; a person looks at these in place of the Wix Owner app. */
export interface OwnerAlert {
  readonly id: string;
  readonly instanceId: string;
  readonly kind: 'notification' | 'automation';
  /** The notification template or the automation trigger. */
  readonly name: string;
  readonly values: Readonly<Record<string, z.core.util.JSONType>>;
  readonly at: string;
}

const values = z.record(z.string(), z.json()).default({});
const notifySchema = z.object({ notificationTemplateId: z.string().min(1), dynamicValues: values });
const reportSchema = z.object({ triggerKey: z.string().min(1), payload: values, externalEntityId: z.string().nullish(), idempotency: z.object({ key: z.string() }).nullish() });

export function openOwnerAlerts(journal: Journal): { all(): readonly OwnerAlert[]; put(alert: OwnerAlert): void } {
  return journal.table<OwnerAlert>('wix/owner-alerts');
}

export function ownerAlertRoutes(world: World, alerts: ReturnType<typeof openOwnerAlerts>): readonly Route[] {
  const common = { method: 'POST', access: 'write', subjects: APP_ONLY } as const;
  return [
    {
      ...common, path: '/notifications/v3/notify',
      handle({ input, site }) {
        const { notificationTemplateId: name, dynamicValues } = parseInput(notifySchema, input);
        const id = world.newId();
        alerts.put({ id, instanceId: site.id, kind: 'notification', name, values: dynamicValues, at: nowIso(world) });
        return { notificationBatchId: id };
      },
    },
    {
      ...common, path: '/automations/v1/events/report',
      handle({ input, site }) {
        const { triggerKey: name, payload, idempotency } = parseInput(reportSchema, input);
        // A repeated key is the same event reported again.
        const id = idempotency === undefined || idempotency === null ? world.newId() : `${site.id} ${idempotency.key}`;
        alerts.put({ id, instanceId: site.id, kind: 'automation', name, values: payload, at: nowIso(world) });
        return { activationId: id };
      },
    },
  ];
}
