import { dataOf, type Api } from '../../api/client';
import type { JobStatusAnswer } from '../../api/types';

export function showStatus(api: Api, id: string, signal?: AbortSignal): Promise<JobStatusAnswer> {
  return dataOf(
    api.GET('/job/{id}/status', { params: { path: { id } }, signal: signal ?? null }),
  );
}
