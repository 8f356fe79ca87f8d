import type { SetupStatus, TestAnswer } from '../../backend/endpoints/setup/setup-types';
import { get, post } from './client';

export const getSetupStatus = (): Promise<SetupStatus> => get('setup/status', {});
export const postTest = (): Promise<TestAnswer> => post('setup/test', {});
