import { z } from 'zod';
import { callWix, type WixAccess } from './call-wix';
import { readAnswer } from './read-answer';

const version = z.object({ catalogVersion: z.string() });

/** Which of the two catalogs a site has, since it refuses calls for the other; `null` when it has none. 1 call. */
export async function catalogOf({ client, budget }: WixAccess): Promise<'v1' | 'v3' | null> {
  const answer = await callWix<unknown>(budget, () => client.getCatalogVersion());
  const { catalogVersion } = readAnswer(version, answer);
  if (catalogVersion.startsWith('V3')) return 'v3';
  return catalogVersion.startsWith('V1') ? 'v1' : null;
}
