import { z } from 'zod';
import type { FileImport, FilePort, WixFile } from '../sync/file-port';
import { atMost } from './at-most';
import { callWix, type WixAccess } from './call-wix';
import { readAnswer } from './read-answer';

const MAX_IMPORTS = 10;
const MAX_FILES = 100;

const descriptor = z.object({
  _id: z.string().min(1),
  displayName: z.string().nullish(),
  operationStatus: z.string().nullish(),
  state: z.string().nullish(),
  media: z.object({ image: z.object({ image: z.string().nullish() }).nullish() }).nullish(),
});
const list = z.object({ files: z.array(descriptor).default([]) });
const imported = z.object({ results: z.array(z.object({ itemMetadata: z.object({ originalIndex: z.number().nullish(), success: z.boolean().nullish() }).nullish(), item: descriptor.nullish() })).default([]) });

export function createFilePort(access: WixAccess): FilePort {
  const { client, budget } = access;
  return {
    importFiles: (imports) => importFiles(access, imports),
    filesById: async (ids) => {
      atMost(MAX_FILES, 'ids', ids);
      return filesOf(await callWix<unknown>(budget, () => client.getFileDescriptors([...ids])));
    },
    searchFiles: async (text) => filesOf(await callWix<unknown>(budget, () => client.searchFiles({ search: text, mediaTypes: ['IMAGE'], paging: { limit: MAX_FILES } }))),
    deleteFiles: async (ids) => {
      atMost(MAX_FILES, 'ids', ids);
      await callWix<unknown>(budget, () => client.bulkDeleteFiles([...ids], { permanent: true }), ({ status }) => (status === 404 ? {} : undefined));
    },
  };
}

async function importFiles({ client, budget }: WixAccess, imports: readonly FileImport[]): Promise<readonly (WixFile | null)[]> {
  atMost(MAX_IMPORTS, 'imports', imports);
  const requests = imports.map(({ url, displayName }) => ({ url, displayName, mediaType: 'IMAGE' as const }));
  const { results } = readAnswer(imported, await callWix<unknown>(budget, () => client.bulkImportFile(requests, { returnEntity: true })));
  const byPlace = new Map(results.map(({ itemMetadata, item }, index) => [itemMetadata?.originalIndex ?? index, item]));
  return imports.map((_, index) => {
    const item = byPlace.get(index);
    return item == null ? null : fileFrom(item);
  });
}

function filesOf(answer: unknown): readonly WixFile[] {
  return readAnswer(list, answer).files.map(fileFrom);
}

/** Without a status a file counts by its media: Wix adds that once the file is there. */
function fileFrom({ _id, displayName, operationStatus, state, media }: z.output<typeof descriptor>): WixFile {
  const link = media?.image?.image ?? null;
  const base = { id: _id, displayName: displayName ?? '' };
  if (operationStatus === 'FAILED' || state === 'DELETED') return { ...base, state: 'failed', link: null };
  if (operationStatus === 'PENDING' || link === null) return { ...base, state: 'pending', link: null };
  return { ...base, state: 'ready', link };
}
