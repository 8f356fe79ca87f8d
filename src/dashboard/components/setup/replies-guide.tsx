import type { JSX } from 'react';
import { Text } from '@wix/design-system';

const PLACES = [
  'Sign in to WordPress as somebody who may moderate comments, and open Users → Profile.',
  'Under Application Passwords, enter a name such as Review Relay and press Add New Application Password.',
  'Copy the password here at once: WordPress shows it only this time. It is not the password you sign in with.',
];

/** Where an application password is made. */
export function RepliesGuide(): JSX.Element {
  return (
    <ol aria-label="Where the application password is">
      {PLACES.map((place) => <li key={place}><Text size="small">{place}</Text></li>)}
    </ol>
  );
}
