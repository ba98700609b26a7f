import { dataOf, type Api } from '../../../shared/api/client';
import type { HistoryEvent } from '../../../shared/api/types';

/** The same of anybody's job. @throws ApiError `forbidden` unless an administrator asks */
export async function showAnyHistory(api: Api, id: string, signal: AbortSignal): Promise<HistoryEvent[]> {
  const answer = await dataOf(api.GET('/admin/job/{id}/history', { params: { path: { id } }, signal }));
  return answer.events;
}
