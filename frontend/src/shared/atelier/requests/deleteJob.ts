import { dataOf, type Api } from '../../api/client';

/** @throws ApiError `conflict` unless it has ended */
export async function deleteJob(api: Api, id: string): Promise<void> {
  await dataOf(api.DELETE('/job/{id}', { params: { path: { id } } }));
}
