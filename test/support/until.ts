const STEP_MS = 100;

/**
 * Asks again until the answer is accepted: work goes on in another process, which nothing here can await. Fails with
 * the last answer.
 */
export async function until<T>(ask: () => Promise<T>, accept: (answer: T) => boolean, timeoutMs = 20_000): Promise<T> {
  const endMs = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (accept(answer)) return answer;
    if (Date.now() > endMs) throw new Error(`Still not so after ${String(timeoutMs)} ms: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
