import type { JSX } from 'react';
import { Card, Text } from '@wix/design-system';
import type { ConnectedSummary } from '../../backend/endpoints/api-types';
import { healthSentence } from '../format/health-sentence';

/** The answer to "is all well?", told again by a screen reader whenever it changes. */
export function HealthLine({ summary }: { readonly summary: ConnectedSummary }): JSX.Element {
  return (
    <Card>
      <Card.Content>
        <div role="status" aria-live="polite" aria-label="Sync health">
          <Text weight="bold">{healthSentence(summary)}</Text>
        </div>
      </Card.Content>
    </Card>
  );
}
