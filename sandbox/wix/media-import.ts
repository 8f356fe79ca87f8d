import { z } from 'zod';
import { describeImported, importedFileId, type ImportedFile } from './imported-file';
import type { JsonObject } from './json';
import { BACK_OFFICE, type Route } from './route';
import { parseInput } from './validate';
import type { World } from './world';

const importSchema = z.object({
  importFileRequests: z.array(z.object({ url: z.url({ protocol: /^https$/u }), displayName: z.string().max(1000).default(''), mediaType: z.string().optional(), mimeType: z.string().optional() })).min(1).max(100),
  returnEntity: z.boolean().default(false),
});
const searchSchema = z.object({ search: z.string().default(''), paging: z.object({ limit: z.number().int().min(1).max(100).default(50) }).prefault({}) });
const deleteSchema = z.object({ fileIds: z.array(z.string().min(1)).min(1).max(1000) });

const FQDN = 'wix.media.site_media.v1.file_descriptor';
const USUALLY_MS = 1_000;
const SLOWLY_MS = 60_000;

/** Files that the media manager fetches from elsewhere: pending at first, announced when they are there or will not come. */
export function mediaImportRoutes(world: World): readonly Route[] {
  return [
    {
      method: 'POST', path: '/site-media/v1/bulk/files/import-v2', access: 'write', subjects: BACK_OFFICE,
      handle({ input, site, data }) {
        const { importFileRequests, returnEntity } = parseInput(importSchema, input);
        const results = importFileRequests.map(({ url, displayName }, originalIndex) => {
          const file = begin(world, url, displayName);
          data.files.put(file);
          if (file.end !== 'never') world.clock.after(file.endsAtMs - world.clock.nowMs(), () => { announce(world, site.id, file); });
          return { itemMetadata: { id: file.id, originalIndex, success: true }, ...(returnEntity ? { item: describeImported(file, world.clock.nowMs()) } : {}) };
        });
        return { results, bulkActionMetadata: { totalSuccesses: results.length, totalFailures: 0, undetailedFailures: 0 } };
      },
    },
    {
      method: 'POST', path: '/site-media/v1/files/search', access: 'read', subjects: BACK_OFFICE,
      handle({ input, data }) {
        const { search, paging } = parseInput(searchSchema, input);
        const found = data.files.all().filter(({ displayName }) => displayName.includes(search)).slice(0, paging.limit);
        return { files: found.map((file) => describeImported(file, world.clock.nowMs())) };
      },
    },
    {
      method: 'POST', path: '/site-media/v1/bulk/files/delete', access: 'write', subjects: BACK_OFFICE,
      handle({ input, data }) {
        for (const id of parseInput(deleteSchema, input).fileIds) data.files.delete(id);
        return {};
      },
    },
  ];
}

function begin(world: World, url: string, displayName: string): ImportedFile {
  const { fileImports } = world.switches.get();
  const end = fileImports === 'failed' || url.includes('broken') ? 'failed' : fileImports === 'never' ? 'never' : 'ready';
  return { id: importedFileId(world.newId(), url), displayName, end, endsAtMs: world.clock.nowMs() + (fileImports === 'slow' ? SLOWLY_MS : USUALLY_MS) };
}

/** A failure is announced without the file's id, as Wix does. */
function announce(world: World, instanceId: string, file: ImportedFile): void {
  if (world.dataOf(instanceId).files.get(file.id) === undefined) return;
  const slug = file.end === 'ready' ? 'file_ready' : 'file_failed';
  const body: JsonObject = file.end === 'ready' ? { file: describeImported(file, world.clock.nowMs()), triggeredByUndelete: false } : { error: { errorCode: 'IMPORT_FAILED', errorDescription: 'The file could not be fetched' } };
  world.events.emit(instanceId, { identityType: 'APP', appId: world.app.id }, [{ eventType: `${FQDN}_${slug}`, slug, entityFqdn: FQDN, entityId: file.id, sequence: 1, body: { actionEvent: { body } } }]);
}
