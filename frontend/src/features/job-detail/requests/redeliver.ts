import { dataOf, type Api } from '../../../shared/api/client';

/** Sends the job's last message again. @throws ApiError `conflict` if there is none */
export async function redeliver(api: Api, id: string): Promise<void> {
  await dataOf(api.POST('/job/{id}/webhooks/redeliver', { params: { path: { id } } }));
}
