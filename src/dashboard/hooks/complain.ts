import { dashboard } from '@wix/dashboard';
import { asProblem } from '../api/api-problem';
import { problemWords } from '../format/problem-words';

/** Said by the dashboard itself, since what failed may be off the page by now. */
export function complain(error: unknown): void {
  dashboard.showToast({ message: problemWords(asProblem(error)), type: 'error' });
}
