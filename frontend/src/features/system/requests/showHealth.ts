import type { Api } from '../../../shared/api/client';
import { ApiError, errorWithoutAnswer } from '../../../shared/api/errors';
import type { Health } from '../../../shared/api/types';

/** How the node that answers is; a sick one answers too. @throws ApiError if none does */
export async function showHealth(api: Api, signal: AbortSignal): Promise<Health> {
  const answer = await api.GET('/health', { signal }).catch((cause: unknown) => {
    throw errorWithoutAnswer(cause);
  });
  const health: Health | undefined = answer.data ?? answer.error;
  // A gateway's 503 says nothing of the service's health.
  if (typeof health !== 'object' || !Array.isArray(health.failing)) {
    throw new ApiError('unavailable', answer.response.statusText, { status: answer.response.status });
  }
  return health;
}
