import { dataOf, type Api } from '../../../shared/api/client';
import type { Job } from '../../../shared/api/types';

/** How anybody's job stands. @throws ApiError `forbidden` unless an administrator asks */
export async function showAnyJob(api: Api, id: string, signal: AbortSignal): Promise<Job> {
  return (await dataOf(api.GET('/admin/job/{id}', { params: { path: { id } }, signal }))).job;
}
