import '@wix/design-system/styles.global.css';
import type { ReactElement } from 'react';
import { SettingsPanel } from '../../panel/settings-panel';
import { HELPFUL_SECTIONS } from './helpful-sections';

export default function HelpfulPanel(): ReactElement {
  return <SettingsPanel sections={HELPFUL_SECTIONS} />;
}
