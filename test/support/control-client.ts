import { z } from 'zod';

const answerShape = z.union([z.object({ result: z.unknown() }), z.object({ error: z.string() })]);

/** Calls the methods of an object that lives in the sandbox's process. Its results come back as JSON. */
export class ControlClient {
  readonly #address: string;

  constructor(url: string, object: string) {
    this.#address = `${url}/__control/${object}`;
  }

  async call(method: string, ...args: readonly unknown[]): Promise<unknown> {
    const response = await fetch(`${this.#address}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
    const answer = answerShape.parse(await response.json());
    if ('error' in answer) throw new Error(`${method}: ${answer.error}`);
    return answer.result;
  }
}
