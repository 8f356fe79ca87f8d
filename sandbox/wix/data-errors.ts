import { applicationError, type ApiError } from './api-error';

export const itemExists = (id: string): ApiError => applicationError(409, 'WDE0074', `An item with _id [${id}] already exists.`);
export const itemMissing = (id: string): ApiError => applicationError(404, 'WDE0073', `Item [${id}] does not exist.`);
export const collectionMissing = (name: string): ApiError => applicationError(404, 'WDE0025', `The ${name} collection does not exist.`);
export const accessDenied = (name: string): ApiError => applicationError(403, 'WDE0027', `The current user does not have permissions on the ${name} collection.`);
export const itemTooLarge = (): ApiError => applicationError(413, 'WDE0109', 'Payload is too large.');
export const conditionFailed = (id: string): ApiError => applicationError(409, 'CONDITION_NOT_MET', `The condition does not hold for item [${id}].`);
export const badRequest = (description: string): ApiError => applicationError(400, 'WDE0080', description);
