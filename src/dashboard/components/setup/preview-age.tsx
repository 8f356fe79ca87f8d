import type { JSX } from 'react';
import { Box, SectionHelper, Text } from '@wix/design-system';
import type { PreviewAgeAnswer } from '../../../backend/endpoints/setup/setup-types';
import { changedWords, outdatedWords } from '../../format/setup/preview-age-words';

/** Says when what is shown below is no longer, or not quite, what would happen. */
export function PreviewAge({ age }: { readonly age: PreviewAgeAnswer }): JSX.Element | null {
  if (age.outdated.length > 0) return <Notice skin="warning" says={outdatedWords(age.outdated)} todo="Make it again, look at it, then start." />;
  if (age.changed > 0) return <Notice skin="standard" says={changedWords(age.changed)} todo="Start sees to those as well, so its numbers may differ by as many. Make it again to know them first." />;
  return null;
}

function Notice({ skin, says, todo }: { readonly skin: 'warning' | 'standard'; readonly says: string; readonly todo: string }): JSX.Element {
  return (
    <div role="status">
      <SectionHelper skin={skin} fullWidth>
        <Box direction="vertical" gap="SP1">
          <Text size="small" weight="bold">{says}</Text>
          <Text size="small">{todo}</Text>
        </Box>
      </SectionHelper>
    </div>
  );
}
