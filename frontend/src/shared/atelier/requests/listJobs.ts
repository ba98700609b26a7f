import { dataOf, type Api } from '../../api/client';
import type { Job } from '../../api/types';

/** The newest jobs. */
export async function listJobs(api: Api, limit: number, signal?: AbortSignal): Promise<Job[]> {
  const page = await dataOf(
    api.GET('/jobs', { params: { query: { limit } }, signal: signal ?? null }),
  );
  return page.jobs;
}
