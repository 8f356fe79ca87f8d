import '@wix/design-system/styles.global.css';
import type { ReactElement } from 'react';
import { SettingsPanel } from '../../panel/settings-panel';
import { PRODUCT_SECTIONS } from './product-sections';

export default function ProductPanel(): ReactElement {
  return <SettingsPanel sections={PRODUCT_SECTIONS} />;
}
