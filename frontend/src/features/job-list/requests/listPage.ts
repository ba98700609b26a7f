import { dataOf, type Api } from '../../../shared/api/client';
import type { Job } from '../../../shared/api/types';
import { queryOf, type JobFilters } from '../../../shared/job-table/filters';

export const PAGE = 30;

/** A page of the user's jobs, the newest first. @param cursor null for the first page */
export async function listPage(
  api: Api,
  filters: JobFilters,
  cursor: string | null,
  signal: AbortSignal,
): Promise<{ jobs: Job[]; next_cursor: string | null }> {
  const query = { limit: PAGE, ...queryOf(filters), ...(cursor === null ? {} : { cursor }) };
  return dataOf(api.GET('/jobs', { params: { query }, signal }));
}
