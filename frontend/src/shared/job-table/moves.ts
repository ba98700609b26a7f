import { hasEnded, type JobStatus } from '../api/types';

/** What a person can do with a job. */
export type Move = 'cancel' | 'retry' | 'remove';

export const MOVES = ['cancel', 'retry', 'remove'] as const satisfies Move[];

export function canBe(move: Move, job: { status: JobStatus }): boolean {
  switch (move) {
    case 'cancel':
      return !hasEnded(job);
    case 'retry':
      return job.status === 'failed' || job.status === 'cancelled';
    case 'remove':
      return hasEnded(job);
  }
}
