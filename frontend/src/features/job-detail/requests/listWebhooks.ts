import { dataOf, type Api } from '../../../shared/api/client';
import type { WebhookDelivery } from '../../../shared/api/types';

/** What the job's receiver was told, the latest message first. */
export async function listWebhooks(api: Api, id: string, signal: AbortSignal): Promise<WebhookDelivery[]> {
  return (await dataOf(api.GET('/job/{id}/webhooks', { params: { path: { id } }, signal }))).webhooks;
}
