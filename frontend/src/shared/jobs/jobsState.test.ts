import { describe, expect, it } from 'vitest';
import type { Job } from '../api/types';
import type { LiveEvent } from '../live/events';
import { aFinishedJob, aJob, aResult, aRunningJob, idOf } from '../testing/jobs';
import { jobsOf, jobsReducer, NO_JOBS, type JobsState } from './jobsState';
import type { TrackedJob } from './trackedJob';

const id = idOf(1);

function knowing(...jobs: Job[]): JobsState {
  return jobsReducer(NO_JOBS, { type: 'answered', jobs, asOf: 0, list: true });
}

function after(state: JobsState, ...events: LiveEvent[]): JobsState {
  return events.reduce((before, event) => jobsReducer(before, { type: 'happened', event }), state);
}

function only(state: JobsState): TrackedJob {
  return state.byId[id]!;
}

/** As a move is told: without what only a request finds out. */
function facts(job: Job) {
  const { result_data: _1, progress: _2, progress_message: _3, queue_position: _4, ...rest } = job;
  const { waiting: _5, attempts: _6, usage: _7, webhook: _8, ...facts } = rest;
  return facts;
}

describe('the jobs of a page', () => {
  it('are listed newest first', () => {
    const state = knowing(aJob(2), aJob(3), aJob(1));

    expect(jobsOf(state).map((job) => job.id)).toEqual([idOf(3), idOf(2), idOf(1)]);
    expect(state.listed).toBe(true);
  });

  it('gain one that a live event tells of first', () => {
    const state = after(NO_JOBS, { type: 'job', job: facts(aJob()) });

    expect(only(state)).toMatchObject({ status: 'queued', attempts: [], progress: 0, complete: false });
  });

  it('are not changed by news of one that nobody has heard of', () => {
    expect(after(NO_JOBS, { type: 'cancelled', id }).byId).toEqual({});
  });

  it('forget one', () => {
    expect(jobsReducer(knowing(aJob()), { type: 'forgotten', id }).byId).toEqual({});
  });
});

describe('a job', () => {
  it('goes from queue to canvas as the events tell', () => {
    const state = after(
      knowing(aJob()),
      { type: 'job', job: facts(aRunningJob()) },
      { type: 'progress', id, progress: 40, message: 'Drawing 6 of about 15 objects' },
      { type: 'drawing', id, title: 'Half', objects: [] },
    );

    expect(only(state)).toMatchObject({
      status: 'processing',
      progress: 40,
      progress_message: 'Drawing 6 of about 15 objects',
      drawing: { title: 'Half' },
      waiting: null,
      queue_position: null,
    });

    expect(only(after(state, { type: 'completed', id, result: aResult() }))).toMatchObject({
      status: 'completed',
      progress: 100,
      canvas_id: 'canvas-1',
      result_data: { title: 'Drawing 1' },
      drawing: null,
      complete: false,
    });
  });

  it('has begun when it makes progress, even if that was not told', () => {
    const state = after(knowing(aJob()), { type: 'progress', id, progress: 5, message: 'Reading' });

    expect(only(state)).toMatchObject({ status: 'processing', waiting: null });
  });

  it('that has ended makes no progress any more', () => {
    const ended = knowing(aFinishedJob());

    const state = after(
      ended,
      { type: 'progress', id, progress: 90, message: 'late' },
      { type: 'drawing', id, title: 'late', objects: [] },
    );

    expect(only(state)).toBe(only(ended));
  });

  it('waits for its next attempt after one that failed', () => {
    const dueAt = '2026-01-01T12:02:00Z';
    const state = after(knowing(aRunningJob()), {
      type: 'failed',
      id,
      failure: { status: 'queued', error: 'The provider is busy', retryCount: 1, maxRetries: 3, dueAt },
    });

    expect(only(state)).toMatchObject({
      status: 'queued',
      progress: 0,
      retry_count: 1,
      error_message: 'The provider is busy',
      next_processing_at: dueAt,
    });
  });

  it('fails for good, is tried again by hand and begins anew', () => {
    const failed = after(knowing(aRunningJob()), {
      type: 'failed',
      id,
      failure: { status: 'failed', error: 'Refused', retryCount: 3, maxRetries: null, dueAt: null },
    });
    expect(only(failed)).toMatchObject({ status: 'failed', error_message: 'Refused', max_retries: 3 });

    const again = after(failed, { type: 'job', job: facts(aJob(1, { error_message: null })) });
    expect(only(again)).toMatchObject({ status: 'queued', progress: 0, result_data: null, error_message: null });
  });

  it('that is cancelled draws no further', () => {
    const drawing = after(knowing(aRunningJob()), { type: 'drawing', id, title: 'Half', objects: [] });

    expect(only(after(drawing, { type: 'cancelled', id }))).toMatchObject({ status: 'cancelled', drawing: null });
  });

  it('is moved by a transport that tells statuses only', () => {
    const running = after(knowing(aJob()), { type: 'moved', id, status: 'processing' });
    expect(only(running)).toMatchObject({ status: 'processing', complete: false });
    expect(only(after(running, { type: 'moved', id, status: 'processing' }))).toBe(only(running));
  });
});

describe('an answer', () => {
  it('that was overtaken by an event changes nothing', () => {
    const asked = knowing(aJob());
    const moved = after(asked, { type: 'completed', id, result: aResult() });

    const state = jobsReducer(moved, { type: 'answered', jobs: [aRunningJob()], asOf: asked.clock });

    expect(only(state).status).toBe('completed');
  });

  it('to a question asked after the event settles everything', () => {
    const moved = after(knowing(aJob()), { type: 'completed', id, result: aResult() });

    const state = jobsReducer(moved, { type: 'answered', jobs: [aFinishedJob()], asOf: moved.clock });

    expect(only(state)).toMatchObject({ complete: true, completed_at: '2026-01-01T12:00:09Z' });
  });

  it('of a list keeps a result that is known, for lists come without', () => {
    const state = jobsReducer(knowing(aFinishedJob()), {
      type: 'answered',
      jobs: [{ ...aFinishedJob(), result_data: null }],
      asOf: 0,
    });

    expect(only(state).result_data?.title).toBe('Drawing 1');
  });

  it('of a list keeps what is known of its webhook, for lists come without', () => {
    const webhook = { status: 'delivered' as const, last_error: null };
    const state = jobsReducer(knowing({ ...aFinishedJob(), webhook }), {
      type: 'answered',
      jobs: [aFinishedJob()],
      asOf: 0,
    });

    expect(only(state).webhook).toEqual(webhook);
  });

  it('keeps what a running job has drawn so far', () => {
    const drawing = after(knowing(aRunningJob()), { type: 'drawing', id, title: 'Half', objects: [] });

    const state = jobsReducer(drawing, { type: 'answered', jobs: [aRunningJob()], asOf: drawing.clock });

    expect(only(state).drawing?.title).toBe('Half');
  });
});
