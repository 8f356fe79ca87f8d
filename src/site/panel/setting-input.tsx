import { inputs } from '@wix/editor';
import { Box, Dropdown, FillPreview, Input, NumberInput, TextButton, ToggleSwitch } from '@wix/design-system';
import type { ReactElement } from 'react';
import type { Field } from './field';

interface SettingInputProps {
  readonly id: string;
  readonly field: Field;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** What a setting is changed with. */
export function SettingInput({ id, field, value, onChange }: SettingInputProps): ReactElement {
  const { input, label } = field;
  switch (input.kind) {
    case 'text':
      return <Input id={id} size="small" value={value} ariaLabel={label} onChange={({ target }) => { onChange(target.value); }} />;
    case 'number':
      return (
        <NumberInput id={id} size="small" min={input.least} max={input.most} value={Number(value)} ariaLabel={label}
          onChange={(next) => { if (next !== null) onChange(String(next)); }} />
      );
    case 'switch':
      return <ToggleSwitch id={id} size="small" checked={value !== 'false'} aria-label={label} onChange={({ target }) => { onChange(String(target.checked)); }} />;
    case 'choice':
      return (
        <Dropdown id={id} size="small" options={[...input.choices]} selectedId={value} ariaLabel={label} popoverProps={{ appendTo: 'window' }}
          onSelect={(option) => { onChange(String(option.id)); }} />
      );
    case 'color':
      return <ColorInput label={label} value={value} onChange={onChange} />;
  }
}

function ColorInput({ label, value, onChange }: Pick<SettingInputProps, 'value' | 'onChange'> & { readonly label: string }): ReactElement {
  const choose = (): void => void inputs.selectColor(value, { onChange: (next) => { if (next) onChange(next); } });
  return (
    <Box gap="SP2" verticalAlign="middle">
      <Box width="30px" height="30px"><FillPreview fill={value} aria-label={`Choose a color: ${label}`} onClick={choose} /></Box>
      {value === '' ? null : <TextButton size="tiny" onClick={() => { onChange(''); }}>As the site</TextButton>}
    </Box>
  );
}
