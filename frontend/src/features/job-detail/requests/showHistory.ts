import { dataOf, type Api } from '../../../shared/api/client';
import type { HistoryEvent } from '../../../shared/api/types';

/** What has happened to a job, the oldest first. @throws ApiError `not_found` if the user has no such job */
export async function showHistory(api: Api, id: string, signal: AbortSignal): Promise<HistoryEvent[]> {
  const answer = await dataOf(api.GET('/job/{id}/history', { params: { path: { id } }, signal }));
  return answer.events;
}
