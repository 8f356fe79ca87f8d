import { storeContract } from '../../src/backend/stores/contract';
import { liveSettings } from './live-settings';
import { openLiveSubject } from './live-subject';

storeContract('a real WooCommerce', () => openLiveSubject(liveSettings(process.env)));
