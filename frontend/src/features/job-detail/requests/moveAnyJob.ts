import { dataOf, type Api } from '../../../shared/api/client';

/** Cancels or retries anybody's job. @returns whether it was in a state for that */
export async function moveAnyJob(api: Api, move: 'cancel' | 'retry', id: string): Promise<boolean> {
  const body = { job_ids: [id] };
  const moved = await dataOf(
    move === 'cancel' ? api.POST('/admin/jobs/cancel', { body }) : api.POST('/admin/jobs/retry', { body }),
  );
  return moved.done > 0;
}
