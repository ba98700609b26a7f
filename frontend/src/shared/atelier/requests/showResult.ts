import { dataOf, type Api } from '../../api/client';
import type { ResultAnswer } from '../../api/types';

/** @throws ApiError `conflict` unless the job is completed */
export function showResult(api: Api, id: string, signal?: AbortSignal): Promise<ResultAnswer> {
  return dataOf(
    api.GET('/job/{id}/result', { params: { path: { id } }, signal: signal ?? null }),
  );
}
