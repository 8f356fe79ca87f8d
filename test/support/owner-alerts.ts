import { z } from 'zod';
import { ControlClient } from './control-client';
import type { SandboxClient } from './sandbox-client';

const wixShape = z.array(z.object({ kind: z.enum(['notification', 'automation']), values: z.looseObject({}) }));
const hookShape = z.array(z.object({ text: z.string(), signed: z.boolean(), body: z.string() }));
const itemShape = z.object({
  id: z.string(), state: z.string(), reason: z.string().nullable(), rating: z.number().nullable(), side: z.enum(['wix', 'store']), revision: z.string(),
  text: z.object({ body: z.string(), reply: z.string().nullable() }).nullable(),
});
const answerShape = z.object({ items: z.array(itemShape) });

export type DeskItem = z.output<typeof itemShape>;

/** Where the sandbox takes an owner's webhooks. */
const HOOK_URL = 'https://hooks.owner.example/reviews';

/** What the owner of the first site hears and sees: every channel, and the inbox as the dashboard reads it. */
export class OwnerDesk {
  readonly #sandbox: SandboxClient;
  readonly #token: string;

  static async open(sandbox: SandboxClient): Promise<OwnerDesk> {
    const desk = new OwnerDesk(sandbox, await sandbox.token('USER'));
    await desk.ask('inbox/settings', { webhookUrl: HOOK_URL });
    return desk;
  }

  private constructor(sandbox: SandboxClient, token: string) {
    this.#sandbox = sandbox;
    this.#token = token;
  }

  async ask(path: string, body?: unknown): Promise<unknown> {
    const response = await this.#sandbox.endpoint(path, this.#token, body);
    if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${await response.text()}`);
    return response.json();
  }

  /** Decides about these items as they are now. */
  async decide(items: readonly DeskItem[], verdict: unknown): Promise<void> {
    if (items.length > 0) await this.ask('inbox/verdict', { items: items.map(({ id, revision }) => ({ id, revision })), verdict });
  }

  async items(view: 'open' | 'done' = 'open'): Promise<readonly DeskItem[]> {
    return answerShape.parse(await this.ask(`inbox/items?view=${view}`)).items;
  }

  /** How often each channel was told of an item; of all items when none is named. */
  async told(itemId?: string): Promise<{ readonly notification: number; readonly automation: number; readonly webhook: number }> {
    const isMeant = (text: string): boolean => itemId === undefined || text.includes(itemId);
    const wix = wixShape.parse(await this.#sandbox.wix.call('ownerAlerts')).filter(({ values }) => isMeant(JSON.stringify(values)));
    const hooks = hookShape.parse(await new ControlClient(this.#sandbox.url, 'hook').call('messages')).filter(({ body, signed }) => signed && isMeant(body));
    const count = (kind: string): number => wix.filter((one) => one.kind === kind).length;
    return { notification: count('notification'), automation: count('automation'), webhook: hooks.length };
  }
}
