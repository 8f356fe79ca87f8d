import { readPlace, writePlace, type SetupPlace } from '../../format/setup/setup-place';
import { SETUP_PAGE_ID } from '../../pages/setup/setup-page-id';
import { usePlace, type ChangePlace, type PagePlace } from '../use-place';

export type ChangeSetupPlace = ChangePlace<SetupPlace>;

/** Back goes back to the step before. */
const SETUP: PagePlace<SetupPlace> = { pageId: SETUP_PAGE_ID, read: readPlace, write: writePlace, isStep: (from, to) => from.step !== to.step };

export function useSetupPlace(mayGo: (to: SetupPlace, from: SetupPlace) => boolean): readonly [SetupPlace, ChangeSetupPlace] {
  return usePlace(SETUP, mayGo);
}
