import { receiveDelivery } from '../../../backend/endpoints/hook';
import { shell } from '../_shell';

export const POST = shell(receiveDelivery);
