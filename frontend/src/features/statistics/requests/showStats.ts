import { dataOf, type Api } from '../../../shared/api/client';
import type { Stats } from '../../../shared/api/types';

/** @throws ApiError `forbidden` if somebody but an administrator asks for all */
export async function showStats(api: Api, scope: 'mine' | 'all', signal: AbortSignal): Promise<Stats> {
  const query = scope === 'all' ? { scope } : {};
  return (await dataOf(api.GET('/jobs/stats', { params: { query }, signal }))).stats;
}
