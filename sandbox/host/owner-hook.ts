import { z } from 'zod';

/** Where the desk's owner takes webhooks: an address like Slack's, on this computer. */
export const OWNER_HOOK = 'https://hooks.owner.example/reviews';

export interface HookMessage {
  /** Repeated when the app is not sure that the first one came. */
  readonly id: string;
  readonly atMs: number;
  readonly text: string;
  readonly signed: boolean;
  readonly body: string;
}

const bodyShape = z.object({ text: z.string() });

/** A receiver of Standard Webhooks, as any owner may run one. Shows what came, once per message id. */
export class OwnerHook {
  readonly #messages = new Map<string, HookMessage>();
  /** What the next messages are answered with; 200 unless a test wants to see the app try again. */
  #status = 200;

  async receive(request: Request, nowMs: number): Promise<Response> {
    if (this.#status !== 200) return new Response(null, { status: this.#status });
    const body = await request.text();
    const parsed = bodyShape.safeParse(JSON.parse(body));
    const id = request.headers.get('webhook-id') ?? '';
    if (!parsed.success || id === '') return new Response('Expected a signed message with a text', { status: 400 });
    const signed = /^v1,[A-Za-z0-9+/]+=*$/u.test(request.headers.get('webhook-signature') ?? '') && request.headers.has('webhook-timestamp');
    this.#messages.set(id, { id, atMs: nowMs, text: parsed.data.text, signed, body });
    return new Response('ok');
  }

  messages(): readonly HookMessage[] {
    return [...this.#messages.values()];
  }

  answerWith(status: number): void {
    this.#status = status;
  }
}
