import { dataOf, type Api } from '../../../shared/api/client';
import type { Worker } from '../../../shared/api/types';

/** Those that are alive. @throws ApiError `forbidden` unless an administrator asks */
export async function listWorkers(api: Api, signal: AbortSignal): Promise<Worker[]> {
  return (await dataOf(api.GET('/admin/workers', { signal }))).workers;
}
