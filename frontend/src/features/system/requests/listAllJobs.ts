import { dataOf, type Api } from '../../../shared/api/client';
import type { Job } from '../../../shared/api/types';
import { queryOf, type JobFilters } from '../../../shared/job-table/filters';

const PAGE = 30;

/** A page of everybody's jobs, the newest first. It may be short, or empty, and still not be the last. */
export async function listAllJobs(
  api: Api,
  filters: JobFilters,
  cursor: string | null,
  signal: AbortSignal,
): Promise<{ jobs: Job[]; next_cursor: string | null }> {
  const query = {
    limit: PAGE,
    ...queryOf(filters),
    ...(filters.user === '' ? {} : { user_id: filters.user }),
    ...(cursor === null ? {} : { cursor }),
  };
  return dataOf(api.GET('/admin/jobs', { params: { query }, signal }));
}
