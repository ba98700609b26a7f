import type { DrawnResult, Job } from '../api/types';

/** A job that waits; ids with greater numbers are later ones. */
export function aJob(number = 1, part: Partial<Job> = {}): Job {
  return {
    id: idOf(number),
    user_id: 'alice',
    canvas_id: null,
    job_type: 'create_canvas',
    status: 'queued',
    priority: 0,
    tags: [],
    request_data: {
      instructions: `Wish ${number}`,
      style: 'modern',
      colorScheme: 'default',
      canvas_id: null,
    },
    result_data: null,
    error_message: null,
    retry_count: 0,
    max_retries: 3,
    created_at: '2026-01-01T12:00:00Z',
    started_at: null,
    completed_at: null,
    next_processing_at: '2026-01-01T12:00:00Z',
    progress: 0,
    progress_message: null,
    queue_position: 0,
    waiting: { reason: 'queue', until: null, estimated_start_at: null },
    attempts: [],
    usage: null,
    webhook: null,
    ...part,
  };
}

export function aRunningJob(number = 1, part: Partial<Job> = {}): Job {
  return aJob(number, {
    status: 'processing',
    started_at: '2026-01-01T12:00:01Z',
    queue_position: null,
    waiting: null,
    progress: 10,
    ...part,
  });
}

export function aResult(number = 1): DrawnResult {
  return {
    success: true,
    canvas_id: `canvas-${number}`,
    title: `Drawing ${number}`,
    message: 'Successfully created 0 objects',
    request_id: idOf(number),
    objects: [],
  };
}

export function aFinishedJob(number = 1): Job {
  return aRunningJob(number, {
    status: 'completed',
    progress: 100,
    canvas_id: `canvas-${number}`,
    completed_at: '2026-01-01T12:00:09Z',
    result_data: aResult(number),
  });
}

export function idOf(number: number): string {
  return `019aaf3e-6c00-7000-8000-${String(number).padStart(12, '0')}`;
}
