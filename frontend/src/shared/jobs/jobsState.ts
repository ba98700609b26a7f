import { hasEnded, type DrawnResult, type Job, type JobFacts } from '../api/types';
import type { FailedAttempt, LiveEvent } from '../live/events';
import { fromFacts, fromJob, isWhole, newestFirst, type TrackedJob } from './trackedJob';

/** All jobs that this page knows. */
export interface JobsState {
  byId: Readonly<Record<string, TrackedJob>>;
  /** Rises with every live event: it tells which of two tales is the older. */
  clock: number;
  /** Whether the newest jobs were asked for already. */
  listed: boolean;
}

export const NO_JOBS: JobsState = { byId: {}, clock: 0, listed: false };

export type JobsAction =
  | { type: 'happened'; event: LiveEvent }
  /** An answer to a request that was sent when the clock stood at `asOf`. */
  | { type: 'answered'; jobs: Job[]; asOf: number; list?: boolean }
  | { type: 'forgotten'; id: string };

/** The state after an action. Answers that were overtaken by an event change nothing. */
export function jobsReducer(state: JobsState, action: JobsAction): JobsState {
  switch (action.type) {
    case 'answered':
      return {
        ...state,
        listed: state.listed || action.list === true,
        byId: action.jobs.reduce((byId, job) => answered(byId, job, action.asOf), state.byId),
      };
    case 'forgotten': {
      const { [action.id]: _, ...byId } = state.byId;
      return { ...state, byId };
    }
    case 'happened': {
      const clock = state.clock + 1;
      return { ...state, clock, byId: happened(state.byId, action.event, clock) };
    }
  }
}

/** Newest first. */
export function jobsOf(state: JobsState): TrackedJob[] {
  return Object.values(state.byId).sort(newestFirst);
}

type ById = JobsState['byId'];

function answered(byId: ById, job: Job, asOf: number): ById {
  const known = byId[job.id];
  if (known !== undefined && known.heardAt > asOf) {
    return byId;
  }
  const whole = {
    ...job,
    result_data: job.result_data ?? resultOf(known, job),
    // Lists come without that too, and no job loses its receiver.
    webhook: job.webhook ?? known?.webhook ?? null,
  };
  return { ...byId, [job.id]: fromJob(whole, known?.drawing ?? null, known?.heardAt ?? asOf) };
}

/** Lists come without results; one that is here already stays. */
function resultOf(known: TrackedJob | undefined, job: Job): DrawnResult | null {
  return job.status === 'completed' ? (known?.result_data ?? null) : null;
}

function happened(byId: ById, event: LiveEvent, clock: number): ById {
  if (event.type === 'job') {
    return { ...byId, [event.job.id]: moved(byId[event.job.id], event.job, clock) };
  }
  const known = byId[event.id];
  if (known === undefined) {
    return byId;
  }
  const job = changed(known, event);
  return job === known ? byId : { ...byId, [event.id]: { ...job, heardAt: clock } };
}

function moved(known: TrackedJob | undefined, job: Job | JobFacts, clock: number): TrackedJob {
  if (isWhole(job)) {
    return fromJob({ ...job, result_data: job.result_data ?? resultOf(known, job) }, known?.drawing ?? null, clock);
  }
  const before = known ?? fromFacts(job, clock);
  const restarted = job.status === 'queued' && before.status !== 'queued';
  return {
    ...before,
    ...job,
    ...(restarted || job.status === 'processing' ? NOT_WAITING : {}),
    ...(restarted ? NOT_BEGUN : {}),
    heardAt: clock,
    complete: false,
  };
}

function changed(job: TrackedJob, event: Exclude<LiveEvent, { type: 'job' }>): TrackedJob {
  switch (event.type) {
    case 'progress':
      return hasEnded(job)
        ? job
        : { ...started(job), progress: event.progress, progress_message: event.message };
    case 'drawing':
      return hasEnded(job)
        ? job
        : { ...started(job), drawing: { title: event.title, objects: event.objects } };
    case 'moved':
      return event.status === job.status
        ? job
        : { ...job, ...(event.status === 'queued' ? NOT_BEGUN : {}), status: event.status, complete: false };
    case 'completed':
      return completed(job, event.result);
    case 'failed':
      return failed(job, event.failure);
    case 'cancelled':
      return { ...job, ...NOT_WAITING, status: 'cancelled', drawing: null, complete: false };
  }
}

function started(job: TrackedJob): TrackedJob {
  return job.status === 'processing' ? job : { ...job, ...NOT_WAITING, status: 'processing', complete: false };
}

function completed(job: TrackedJob, result: DrawnResult): TrackedJob {
  return {
    ...job,
    ...NOT_WAITING,
    status: 'completed',
    canvas_id: result.canvas_id,
    result_data: result,
    error_message: null,
    progress: 100,
    drawing: null,
    complete: false,
  };
}

function failed(job: TrackedJob, failure: FailedAttempt): TrackedJob {
  return {
    ...job,
    ...NOT_WAITING,
    ...(failure.status === 'queued' ? NOT_BEGUN : {}),
    status: failure.status,
    error_message: failure.error,
    retry_count: failure.retryCount,
    max_retries: failure.maxRetries ?? job.max_retries,
    next_processing_at: failure.dueAt,
    drawing: null,
    complete: false,
  };
}

const NOT_WAITING = { queue_position: null, waiting: null };
const NOT_BEGUN = { progress: 0, progress_message: null, drawing: null, result_data: null };
