import { dataOf, type Api } from '../../api/client';

/** @throws ApiError `conflict` if it has completed or failed already */
export async function cancelJob(api: Api, id: string): Promise<void> {
  await dataOf(api.POST('/job/{id}/cancel', { params: { path: { id } } }));
}
