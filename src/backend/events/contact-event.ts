import { z } from 'zod';
import { brandId, type ContactId, type InstanceId } from '../../core/ids';
import { SyncError } from '../../core/sync-error';

const id = z.string().min(1);
const mergedShape = z.object({ data: z.object({ targetContactId: id, sourceContactIds: z.array(id) }), metadata: z.object({ instanceId: id }) });
const deletedShape = z.object({ metadata: z.object({ instanceId: id, entityId: id }) });

export interface ContactsMerged {
  readonly instanceId: InstanceId;
  readonly target: ContactId;
  readonly sources: readonly ContactId[];
}

export interface ContactDeleted {
  readonly instanceId: InstanceId;
  readonly contactId: ContactId;
}

/** What `wix.contacts.v4.contact_merged` carries. Throws `INPUT_INVALID` naming the field. */
export function contactsMerged(raw: unknown): ContactsMerged {
  const { data, metadata } = parse(mergedShape, raw);
  return { instanceId: brandId(metadata.instanceId), target: brandId(data.targetContactId), sources: data.sourceContactIds.map((one) => brandId<ContactId>(one)) };
}

/** What `wix.contacts.v4.contact_deleted` carries: no more than the contact's id. Throws `INPUT_INVALID` naming the field. */
export function contactDeleted(raw: unknown): ContactDeleted {
  const { metadata } = parse(deletedShape, raw);
  return { instanceId: brandId(metadata.instanceId), contactId: brandId(metadata.entityId) };
}

function parse<T>(shape: z.ZodType<T>, raw: unknown): T {
  const result = shape.safeParse(raw);
  if (result.success) return result.data;
  throw new SyncError('INPUT_INVALID', { field: result.error.issues[0]?.path.join('.') ?? 'event', expected: 'a Wix contact event' });
}
