import type { JSX } from 'react';
import { Box, Button, Input, Text, TextButton } from '@wix/design-system';
import { useState } from 'react';
import type { InboxFilter } from '../../../backend/endpoints/inbox/inbox-types';
import { EVERYTHING_OPEN, isNarrowed } from '../../format/inbox/inbox-place';
import { useSavedViews } from '../../hooks/inbox/use-saved-views';

interface Props {
  readonly filter: InboxFilter;
  readonly onShow: (filter: InboxFilter) => void;
}

/** Filters that were given a name; and a way to name the present ones. */
export function SavedViews({ filter, onShow }: Props): JSX.Element | null {
  const { views, save, remove } = useSavedViews(filter);
  const [naming, setNaming] = useState(false);
  const open = views.find(({ isOpen }) => isOpen);
  const canSave = open === undefined && (isNarrowed(filter) || filter.view !== EVERYTHING_OPEN.view);
  if (views.length === 0 && !canSave) return null;
  return (
    <div role="group" aria-label="Saved views">
      <Box gap="SP2" flexWrap="wrap" verticalAlign="middle">
        {views.length === 0 ? null : <Text size="small" secondary>Saved views</Text>}
        {views.map((view) => <Button key={view.name} size="small" priority={view.isOpen ? 'primary' : 'secondary'} aria-pressed={view.isOpen} onClick={() => onShow(view.filter)}><bdi>{view.name}</bdi></Button>)}
        {open === undefined ? null : <Button size="small" priority="secondary" onClick={() => remove(open.name)}>Forget this view</Button>}
        {!canSave ? null : naming ? <Name onSave={(name) => { save(name); setNaming(false); }} onCancel={() => setNaming(false)} /> : <Button size="small" priority="secondary" onClick={() => setNaming(true)}>Save this view</Button>}
      </Box>
    </div>
  );
}

function Name({ onSave, onCancel }: { readonly onSave: (name: string) => void; readonly onCancel: () => void }): JSX.Element {
  const [name, setName] = useState('');
  const typed = name.trim();
  const save = (): void => {
    if (typed !== '') onSave(typed);
  };
  return (
    <Box gap="SP1" verticalAlign="middle">
      <Input size="small" autoFocus ariaLabel="Name of the view" placeholder="Name of the view" maxLength={40} value={name} onChange={(event) => setName(event.currentTarget.value)} onEnterPressed={save} onEscapePressed={onCancel} />
      <Button size="small" disabled={typed === ''} onClick={save}>Save</Button>
      <TextButton size="small" onClick={onCancel}>Cancel</TextButton>
    </Box>
  );
}
