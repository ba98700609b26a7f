import type { Job } from '../api/types';

/** The canvas that a job has drawn, or that it is to change; null while there is none. */
export function canvasOf(job: Job | null): string | null {
  if (job === null) {
    return null;
  }
  return job.status === 'completed' ? job.canvas_id : (job.request_data.canvas_id ?? null);
}
