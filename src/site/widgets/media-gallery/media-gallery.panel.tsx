import '@wix/design-system/styles.global.css';
import type { ReactElement } from 'react';
import { SettingsPanel } from '../../panel/settings-panel';
import { GALLERY_SECTIONS } from './gallery-sections';

export default function GalleryPanel(): ReactElement {
  return <SettingsPanel sections={GALLERY_SECTIONS} />;
}
