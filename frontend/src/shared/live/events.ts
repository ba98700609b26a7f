import type { components } from '../api/schema';
import type { DrawnResult, Job, JobFacts, JobStatus, Shape } from '../api/types';

type Told = components['schemas'];

/** What is told of a job while it happens, whatever carried it here. */
export type LiveEvent =
  | { type: 'job'; job: Job | JobFacts }
  | { type: 'moved'; id: string; status: JobStatus }
  | { type: 'progress'; id: string; progress: number; message: string }
  | { type: 'drawing'; id: string; title: string | null; objects: Shape[] }
  | { type: 'completed'; id: string; result: DrawnResult }
  | { type: 'failed'; id: string; failure: FailedAttempt }
  | { type: 'cancelled'; id: string };

export interface FailedAttempt {
  status: 'queued' | 'failed';
  error: string;
  retryCount: number;
  maxRetries: number | null;
  dueAt: string | null;
}

/** What an event is about. */
export function jobOf(event: LiveEvent): string {
  return event.type === 'job' ? event.job.id : event.id;
}

/** An event as `GET /events` words it; null if this version knows no such event. */
export function readServerSent(name: string, text: string): LiveEvent | null {
  const data: unknown = JSON.parse(text);
  switch (name) {
    case 'status':
      return { type: 'job', job: data as Job | JobFacts };
    case 'progress': {
      const { job_id: id, progress, message } = data as Told['JobProgress'];
      return { type: 'progress', id, progress, message };
    }
    case 'canvas': {
      const { job_id: id, title, objects } = data as Told['PartialCanvas'];
      return { type: 'drawing', id, title, objects };
    }
    case 'completed': {
      const { job_id: id, ...result } = data as Told['CompletedEvent'];
      return { type: 'completed', id, result };
    }
    case 'failed': {
      const told = data as Told['FailedEvent'];
      return { type: 'failed', id: told.job_id, failure: failureOf(told) };
    }
    case 'cancelled':
      return { type: 'cancelled', id: (data as Told['CancelledEvent']).job_id };
    default:
      return null;
  }
}

function failureOf(told: Told['FailedEvent']): FailedAttempt {
  return {
    status: told.status,
    error: told.error_message,
    retryCount: told.retry_count,
    maxRetries: told.max_retries,
    dueAt: told.next_processing_at,
  };
}

/** An event as the Socket.IO endpoint words it. */
export function readSocket(name: string, data: SocketData): LiveEvent[] {
  const id = data.job_id;
  switch (name) {
    case 'ai_job_update':
      return [
        { type: 'moved', id, status: data.status },
        ...(data.status === 'processing' && typeof data.progress === 'number'
          ? [{ type: 'progress' as const, id, progress: data.progress, message: data.message ?? '' }]
          : []),
      ];
    case 'ai_job_complete':
      return data.result ? [{ type: 'completed', id, result: data.result }] : [];
    case 'ai_job_error':
      return [
        data.status === 'cancelled'
          ? { type: 'cancelled', id }
          : {
              type: 'failed',
              id,
              failure: {
                status: data.will_retry === true ? 'queued' : 'failed',
                error: data.error ?? '',
                retryCount: data.retry_count ?? 0,
                maxRetries: null,
                dueAt: null,
              },
            },
      ];
    default:
      return [];
  }
}

export interface SocketData {
  job_id: string;
  status: JobStatus;
  message?: string | null;
  progress?: number | null;
  result?: DrawnResult;
  error?: string | null;
  retry_count?: number;
  will_retry?: boolean;
}
