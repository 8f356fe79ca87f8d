import { useRef } from 'react';

/** What is used of a query. */
interface Looked {
  readonly data: unknown;
  readonly error: Error | null;
  readonly refetch: () => Promise<unknown>;
}

interface LastingError {
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * The error of a query that looks again by itself. While nothing was ever read, React Query forgets it with each new look, and
 * the message would make place for the skeleton every few seconds. It stays until there is something to show, or until
 * somebody asks for another try, who is to see that it is under way. `of`: what is looked at; something else has no error yet.
 */
export function useLastingError({ data, error, refetch }: Looked, of = ''): LastingError {
  const last = useRef<Error | null>(null);
  const looksAt = useRef(of);
  if (looksAt.current !== of) last.current = null;
  looksAt.current = of;
  if (error !== null) last.current = error;
  else if (data !== undefined) last.current = null;
  return {
    error: last.current,
    retry: () => {
      last.current = null;
      void refetch();
    },
  };
}
