import { dataOf, type Api } from '../../../shared/api/client';
import type { BulkMove, BulkRequest } from '../bulk';

export interface Moved {
  matched: number;
  done: number;
  more: boolean;
}

/** Retries or cancels many jobs. @throws ApiError `forbidden` unless an administrator asks */
export async function moveJobs(api: Api, move: BulkMove, request: BulkRequest): Promise<Moved> {
  return move === 'retry'
    ? dataOf(api.POST('/admin/jobs/retry', { body: request.retry }))
    : dataOf(api.POST('/admin/jobs/cancel', { body: request.cancel }));
}
