/** Collects what is asked for at the same moment, so that many questions make one request. A key has an answer of its own only in what `ask` answers. */
export function batched<Answer>(ask: (keys: readonly string[]) => Promise<Answer>, most: number): (key: string) => Promise<Answer> {
  let open: { readonly keys: Set<string>; readonly answer: Promise<Answer> } | null = null;
  return (key) => {
    if (open === null || (open.keys.size >= most && !open.keys.has(key))) {
      const keys = new Set<string>();
      const batch = { keys, answer: Promise.resolve().then(() => {
        if (open === batch) open = null;
        return ask([...keys]);
      }) };
      open = batch;
    }
    open.keys.add(key);
    return open.answer;
  };
}
