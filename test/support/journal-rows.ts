import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { RunningSandbox } from './start-sandbox';

const lineShape = z.object({ t: z.string(), put: z.looseObject({ id: z.union([z.string(), z.number()]) }).optional() });

/**
 * The rows a shop has on disk, each as it was last written: for what no shop would ever tell, such as the secret a
 * genuine delivery is signed with.
 */
export function journalRows<Row extends z.ZodType>({ stateDir }: Pick<RunningSandbox, 'stateDir'>, journal: 'wix' | 'store' | 'sandbox', table: string, row: Row): readonly z.output<Row>[] {
  const text = readFileSync(path.join(stateDir, `${journal}.jsonl`), 'utf8');
  const lines = text.split('\n').filter((line) => line.includes(`"${table}"`)).map((line) => lineShape.parse(JSON.parse(line)));
  const last = new Map(lines.flatMap(({ t, put }) => t === table && put !== undefined ? [[put.id, put] as const] : []));
  return [...last.values()].map((each) => row.parse(each));
}
