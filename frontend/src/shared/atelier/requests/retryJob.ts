import { dataOf, type Api } from '../../api/client';

/** @throws ApiError `conflict` unless it has failed or was cancelled */
export async function retryJob(api: Api, id: string): Promise<void> {
  await dataOf(api.POST('/job/{id}/retry', { params: { path: { id } } }));
}
