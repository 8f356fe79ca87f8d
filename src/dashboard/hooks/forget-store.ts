import { postForgetStore } from '../api/client';
import { pacer } from './pacer';

/** Lets go of everything that ties this site to the store of before, step by step. Broken off, it can be asked for again. */
export async function forgetStore(): Promise<void> {
  const turn = pacer();
  let isDone = false;
  while (!isDone) {
    await turn();
    ({ done: isDone } = await postForgetStore());
  }
}
