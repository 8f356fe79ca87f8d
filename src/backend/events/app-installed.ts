import { appInstances } from '@wix/app-management';
import { onAppInstalled } from './on-app-installed';

export default appInstances.onAppInstanceInstalled((event) => onAppInstalled(event));
