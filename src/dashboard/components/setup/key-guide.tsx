import type { JSX } from 'react';
import { Card, Text } from '@wix/design-system';
import { KeyPicture } from './key-picture';

const PLACES = [
  'Sign in to your WordPress site and open WooCommerce → Settings.',
  'Open the tab Advanced, then REST API, and press Add key.',
  'Give it a name, choose Read/Write, and press Generate API key.',
  'Copy both keys here at once: WordPress shows them only this time.',
];

/** Where the keys are, told and drawn. */
export function KeyGuide(): JSX.Element {
  return (
    <Card>
      <Card.Header title="Where the keys are" subtitle="The store has to be a WooCommerce shop with https." />
      <Card.Divider />
      <Card.Content>
        <div className="rr-setup-guide">
          <KeyPicture />
          <ol>
            {PLACES.map((place) => <li key={place}><Text size="small">{place}</Text></li>)}
          </ol>
        </div>
      </Card.Content>
    </Card>
  );
}
