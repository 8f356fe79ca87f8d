import { z } from 'zod';
import { describeImported, importedFileId, type ImportedFile } from './imported-file';
import type { JsonObject } from './json';
import { BACK_OFFICE, type Route } from './route';
import { parseInput } from './validate';
import type { World } from './world';

const importSchema = z.object({
  importFileRequests: z.array(z.object({ url: z.string().refine(isPublic, 'an address with https, or of this very machine'), displayName: z.string().max(1000).default(''), mediaType: z.string().optional(), mimeType: z.string().optional() })).min(1).max(100),
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
          const file: ImportedFile = { id: importedFileId(world.newId()), displayName, state: 'pending', content: null };
          data.files.put(file);
          begin(world, site.id, file, url);
          return { itemMetadata: { id: file.id, originalIndex, success: true }, ...(returnEntity ? { item: describeImported(file) } : {}) };
        });
        return { results, bulkActionMetadata: { totalSuccesses: results.length, totalFailures: 0, undetailedFailures: 0 } };
      },
    },
    {
      method: 'POST', path: '/site-media/v1/files/search', access: 'read', subjects: BACK_OFFICE,
      handle({ input, data }) {
        const { search, paging } = parseInput(searchSchema, input);
        const found = data.files.all().filter(({ displayName }) => displayName.includes(search)).slice(0, paging.limit);
        return { files: found.map(describeImported) };
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

/** This sandbox has no certificate, so the app's own address is one without. */
function isPublic(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1');
}

/** The file is fetched a while after it was asked for, and what came of it is announced. */
function begin(world: World, instanceId: string, file: ImportedFile, url: string): void {
  const { fileImports } = world.switches.get();
  if (fileImports === 'never') return;
  const finish = async (): Promise<void> => {
    const content = fileImports === 'failed' ? null : await fetched(world, url);
    // Somebody may have deleted it meanwhile.
    if (world.dataOf(instanceId).files.get(file.id) === undefined) return;
    const done: ImportedFile = { ...file, state: content === null ? 'failed' : 'ready', content };
    world.dataOf(instanceId).files.put(done);
    announce(world, instanceId, done);
  };
  world.clock.after(fileImports === 'slow' ? SLOWLY_MS : USUALLY_MS, () => void finish());
}

async function fetched({ fetchFile }: World, url: string): Promise<string | null> {
  try {
    const response = await fetchFile(new Request(url));
    return response.ok ? Buffer.from(await response.arrayBuffer()).toString('base64') : null;
  } catch {
    return null;
  }
}

/** A failure is announced without the file's id, as Wix does. */
function announce(world: World, instanceId: string, file: ImportedFile): void {
  const slug = file.state === 'ready' ? 'file_ready' : 'file_failed';
  const body: JsonObject = file.state === 'ready' ? { file: describeImported(file), triggeredByUndelete: false } : { error: { errorCode: 'IMPORT_FAILED', errorDescription: 'The file could not be fetched' } };
  world.events.emit(instanceId, { identityType: 'APP', appId: world.app.id }, [{ eventType: `${FQDN}_${slug}`, slug, entityFqdn: FQDN, entityId: file.id, sequence: 1, body: { actionEvent: { body } } }]);
}
