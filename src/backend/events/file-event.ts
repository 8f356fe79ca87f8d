import { z } from 'zod';
import { brandId, type InstanceId, type LinkId } from '../../core/ids';
import { SyncError } from '../../core/sync-error';
import { linkOfFile } from '../../core/picture-name';

const shape = z.object({
  data: z.object({ file: z.object({ displayName: z.string().nullish() }).nullish() }).nullish(),
  metadata: z.object({ instanceId: z.string().min(1) }),
});

export interface FileReady {
  readonly instanceId: InstanceId;
  readonly linkId: LinkId;
}

/**
 * What `file_descriptor_file_ready` means to the engine. A merchant's own uploads send it too: `null` for a file whose
 * name is not one of ours. Throws `INPUT_INVALID` naming the field.
 */
export function fileReady(raw: unknown): FileReady | null {
  const { success, data, error } = shape.safeParse(raw);
  if (!success) throw new SyncError('INPUT_INVALID', { field: error.issues[0]?.path.join('.') ?? 'event', expected: 'a Wix file event' });
  const linkId = linkOfFile(data.data?.file?.displayName ?? '');
  return linkId === null ? null : { instanceId: brandId(data.metadata.instanceId), linkId };
}
