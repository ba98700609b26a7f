import type { Job, JobFacts, Shape } from '../api/types';

/** A job as it is known here: what requests and live events have told of it. */
export interface TrackedJob extends Job {
  /** What it has drawn so far, while it runs. */
  drawing: Drawing | null;
  /** When this page last heard of it, on the state's own clock. */
  heardAt: number;
  /** False where an event told of a move but not of all that it changed: ask once more. */
  complete: boolean;
}

export interface Drawing {
  title: string | null;
  objects: Shape[];
}

/** Newest first. Ids are UUIDs of version 7: later ones are greater. */
export function newestFirst(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? 1 : one.id > other.id ? -1 : 0;
}

export function fromJob(job: Job, drawing: Drawing | null, heardAt: number): TrackedJob {
  return { ...job, drawing: job.status === 'processing' ? drawing : null, heardAt, complete: true };
}

/** A job that was first heard of by a move. */
export function fromFacts(facts: JobFacts, heardAt: number): TrackedJob {
  return {
    ...facts,
    result_data: null,
    progress: 0,
    progress_message: null,
    queue_position: null,
    waiting: null,
    attempts: [],
    usage: null,
    webhook: null,
    drawing: null,
    heardAt,
    complete: false,
  };
}

/** Whether it is the whole job that a request gets, or the facts of a move. */
export function isWhole(job: Job | JobFacts): job is Job {
  return 'attempts' in job;
}
