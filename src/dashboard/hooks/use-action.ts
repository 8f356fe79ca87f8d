import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { dashboard } from '@wix/dashboard';
import { complain } from './complain';
import { PAGE_KEY } from './query-keys';

export interface ActionOptions<Input, Answer> {
  readonly run: (input: Input) => Promise<Answer>;
  /** What to tell when it went well; `null` tells nothing. */
  readonly told: (answer: Answer, input: Input) => string | null;
  /** Where the error is shown: in a toast, or by the component itself next to what caused it. */
  readonly errors?: 'toast' | 'inline';
}

/** One thing a merchant can do. Whatever comes of it is told, and everything on the page is read again. */
export function useAction<Input, Answer>({ run, told, errors = 'toast' }: ActionOptions<Input, Answer>): UseMutationResult<Answer, Error, Input> {
  const client = useQueryClient();
  return useMutation<Answer, Error, Input>({
    mutationFn: run,
    onSuccess: async (answer, input) => {
      const message = told(answer, input);
      if (message !== null) dashboard.showToast({ message, type: 'success' });
      await client.invalidateQueries({ queryKey: PAGE_KEY });
    },
    onError: (error) => {
      if (errors === 'toast') complain(error);
    },
  });
}
