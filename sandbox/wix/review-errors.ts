import { ApiError, applicationError } from './api-error';
import type { Switches } from './switches';

export function reviewNotFound(id: string): never {
  throw applicationError(404, 'REVIEW_NOT_FOUND', `Review ${id} not found`);
}

export function staleRevision(current: string): ApiError {
  return applicationError(409, 'REVISION_MISMATCH', `Requested revision does not match the current revision ${current}`);
}

export function organicRefused(): ApiError {
  return applicationError(403, 'PERMISSION_DENIED', 'Apps can not update organic reviews');
}

export function duplicateReview(switches: Pick<Switches, 'duplicateReview'>): ApiError {
  const text = 'The author has already reviewed this entity';
  switch (switches.duplicateReview) {
    case '409-ALREADY_EXISTS':
      return applicationError(409, 'ALREADY_EXISTS', text);
    case '428-ALREADY_EXISTS':
      return applicationError(428, 'ALREADY_EXISTS', text);
    case '409-bare':
      return new ApiError(409, text);
    case '400-bare':
      return new ApiError(400, text);
  }
}
