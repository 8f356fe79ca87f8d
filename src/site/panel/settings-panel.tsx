import { Box, FormField, Loader, SectionHelper, SidePanel, Text, WixDesignSystemProvider } from '@wix/design-system';
import { useMemo, type ReactElement } from 'react';
import type { Field, Section } from './field';
import { SettingInput } from './setting-input';
import { useSettings, type PanelState } from './use-settings';

interface SettingsPanelProps {
  readonly sections: readonly Section[];
}

/** A panel of the editor. Each element on a page keeps its own settings. */
export function SettingsPanel({ sections }: SettingsPanelProps): ReactElement {
  const fields = useMemo(() => sections.flatMap((section) => section.fields), [sections]);
  const { state, change } = useSettings(fields);
  return (
    <WixDesignSystemProvider>
      <SidePanel width="300" height="100vh">
        <SidePanel.Content noPadding stretchVertically>
          <PanelContent sections={sections} state={state} change={change} />
        </SidePanel.Content>
      </SidePanel>
    </WixDesignSystemProvider>
  );
}

function PanelContent({ sections, state, change }: SettingsPanelProps & { readonly state: PanelState; readonly change: (name: string, value: string) => void }): ReactElement {
  switch (state.kind) {
    case 'loading':
      return <Box align="center" padding="SP6"><Loader size="small" text="Reading the settings" /></Box>;
    case 'failed':
      return <Notice>The settings could not be read. Close this panel and open it again.</Notice>;
    case 'ready':
      return (
        <>
          {state.isUnsaved ? <Notice>Your last change was not kept. Make it again.</Notice> : null}
          {sections.map(({ title, fields }) => (
            <section key={title} aria-label={title}>
              <SidePanel.Section title={title}>
                {fields.map((field) => <SettingRow key={field.name} field={field} value={state.values[field.name] ?? field.otherwise} onChange={(value) => { change(field.name, value); }} />)}
              </SidePanel.Section>
            </section>
          ))}
        </>
      );
  }
}

function SettingRow({ field, value, onChange }: { readonly field: Field; readonly value: string; readonly onChange: (value: string) => void }): ReactElement {
  const isSwitch = field.input.kind === 'switch';
  return (
    <SidePanel.Field>
      <FormField id={field.name} label={field.label} {...(isSwitch ? { labelPlacement: 'right' as const, stretchContent: false } : {})}>
        <SettingInput id={field.name} field={field} value={value} onChange={onChange} />
      </FormField>
      {field.hint === undefined ? null : <Box paddingTop="SP1"><Text size="tiny" secondary>{field.hint}</Text></Box>}
    </SidePanel.Field>
  );
}

function Notice({ children }: { readonly children: string }): ReactElement {
  return <div role="alert"><SectionHelper fullWidth skin="danger">{children}</SectionHelper></div>;
}
