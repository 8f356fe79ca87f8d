import { appInstances } from '@wix/app-management';
import { onAppRemoved } from './on-app-removed';

export default appInstances.onAppInstanceRemoved((event) => onAppRemoved(event));
