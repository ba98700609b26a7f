import { act, renderHook, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { aFinishedJob, aJob, aResult, aRunningJob, idOf } from '../testing/jobs';
import { FakeService, json, problem } from '../testing/service';
import { TestTransport, within } from '../testing/within';
import { useAIAgent } from './useAIAgent';
import { useJob } from './useJob';
import { useJobs } from './useJobs';

const id = idOf(1);
const status = `GET /job/${id}/status`;
const accepted = { success: true, job_id: id, message: 'Canvas creation job started', status: 'queued' };

let service: FakeService;
let transport: TestTransport;
let wrapper: ReturnType<typeof within>;

beforeEach(() => {
  service = new FakeService()
    .on('POST /create-canvas', json(accepted, 202))
    .on('POST /modify-canvas', json(accepted, 202))
    .on(status, json({ success: true, job: aJob() }))
    .on('GET /jobs', json({ success: true, jobs: [aJob(2), aJob(1)], next_cursor: null }));
  transport = new TestTransport();
  wrapper = within({ service, transport });
});

describe('useAIAgent', () => {
  it('asks for a canvas by words alone, and follows the job', async () => {
    const { result } = renderHook(() => useAIAgent(), { wrapper });
    expect(result.current).toMatchObject({ isLoading: false, isAuthenticated: true, job: null });

    await act(() => result.current.createCanvas('a cat', { style: 'minimal' }));

    expect(service.of('POST /create-canvas')[0]?.body).toEqual({ instructions: 'a cat', style: 'minimal' });
    expect(result.current.isLoading).toBe(true);
    expect(result.current.job?.status).toBe('queued');

    await waitFor(() => expect(transport.isOpen).toBe(true));
    act(() => transport.tell({ type: 'progress', id, progress: 60, message: 'Drawing' }));
    expect(result.current.job?.progress).toBe(60);
    service.on(status, json({ success: true, job: aFinishedJob() }));
    act(() => transport.tell({ type: 'completed', id, result: aResult() }));

    expect(result.current.isLoading).toBe(false);
    await waitFor(() => expect(result.current.job?.complete).toBe(true));
  });

  it('answers with what the wire says', async () => {
    service.on(`GET /job/${id}/result`, json({ success: true, result: aResult() }));
    const { result } = renderHook(() => useAIAgent(), { wrapper });

    let answer: unknown;
    await act(async () => (answer = await result.current.createCanvas({ instructions: 'a cat' })));
    expect(answer).toEqual(accepted);
    await act(async () => (answer = await result.current.modifyCanvas('canvas-1', 'add a dog')));
    expect(service.of('POST /modify-canvas')[0]?.body).toEqual({ canvas_id: 'canvas-1', instructions: 'add a dog' });
    await act(async () => (answer = await result.current.getJobStatus(id)));
    expect(answer).toMatchObject({ success: true, job: { id } });
    await act(async () => (answer = await result.current.getJobResult(id)));
    expect(answer).toMatchObject({ success: true, result: { title: 'Drawing 1' } });
  });

  it('keeps what went wrong until it is cleared', async () => {
    service.on('POST /create-canvas', problem(429, 'Rate limit exceeded', {}, { 'Retry-After': '3' }));
    const { result } = renderHook(() => useAIAgent(), { wrapper });

    await act(() => expect(result.current.createCanvas('a cat')).rejects.toMatchObject({ kind: 'rate_limited' }));
    expect(result.current.error).toMatchObject({ kind: 'rate_limited', retryAfter: 3 });
    expect(result.current.isLoading).toBe(false);

    act(() => result.current.clearError());
    expect(result.current.error).toBeNull();
  });

  it('sends a wish whose answer was lost as the same wish again', async () => {
    service.on('POST /create-canvas', () => Promise.reject(new TypeError('gone')), json(accepted, 202));
    const { result } = renderHook(() => useAIAgent(), { wrapper });

    await act(() => expect(result.current.createCanvas('a cat')).rejects.toMatchObject({ kind: 'network' }));
    await act(() => result.current.createCanvas('a cat'));
    await act(() => result.current.createCanvas('a cat'));

    const keys = service.of('POST /create-canvas').map((asked) => asked.headers.get('Idempotency-Key'));
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('calls off the job that it started, and gives it another go', async () => {
    service.on(`POST /job/${id}/cancel`, json({ success: true })).on(`POST /job/${id}/retry`, json({ success: true }));
    const { result } = renderHook(() => useAIAgent(), { wrapper });
    await act(() => result.current.createCanvas('a cat'));
    service.on(status, json({ success: true, job: aJob(1, { status: 'cancelled' }) }));

    await act(() => result.current.cancel());
    expect(result.current.job?.status).toBe('cancelled');

    service.on(status, json({ success: true, job: aJob(1) }));
    await act(() => result.current.retry());
    expect(result.current.job?.status).toBe('queued');
  });

  it('knows that nobody is signed in', () => {
    const { result } = renderHook(() => useAIAgent(), {
      wrapper: within({ service, transport, user: null }),
    });

    expect(result.current.isAuthenticated).toBe(false);
    expect(service.asked).toEqual([]);
  });
});

describe('useJobs', () => {
  it('has the newest jobs, and those that appear while it looks', async () => {
    const { result } = renderHook(() => useJobs(), { wrapper });
    expect(result.current.isLoading).toBe(true);
    await waitFor(() => expect(result.current.jobs).toHaveLength(2));
    expect(result.current.isLoading).toBe(false);

    act(() => transport.tell({ type: 'job', job: aRunningJob(3) }));

    expect(result.current.jobs.map((job) => job.id)).toEqual([idOf(3), idOf(2), idOf(1)]);
  });

  it('tells that it could not ask, and asks again', async () => {
    service.on('GET /jobs', problem(503, 'down'), json({ success: true, jobs: [aJob(1)], next_cursor: null }));
    const { result } = renderHook(() => useJobs(), { wrapper });
    await waitFor(() => expect(result.current.error?.kind).toBe('unavailable'));

    act(() => result.current.refresh());

    await waitFor(() => expect(result.current.jobs).toHaveLength(1));
    expect(result.current.error).toBeNull();
  });
});

describe('useJob', () => {
  it('asks once, however many look at it', async () => {
    const { result } = renderHook(() => [useJob(id), useJob(id)], { wrapper });
    await waitFor(() => expect(result.current[1]?.job?.id).toBe(id));

    expect(service.of(status)).toHaveLength(1);
  });

  it('tells of a job that is not there', async () => {
    service.on(status, problem(404, 'Job not found'));
    const { result } = renderHook(() => useJob(id), { wrapper });

    await waitFor(() => expect(result.current.error?.kind).toBe('not_found'));
    expect(result.current.job).toBeNull();
  });

  it('looks at none', () => {
    const { result } = renderHook(() => useJob(null), { wrapper });

    expect(result.current).toMatchObject({ job: null, isLoading: false, error: null });
    expect(service.asked).toEqual([]);
  });

  it('follows one that nobody has listed yet', async () => {
    service.on(status, json({ success: true, job: aRunningJob() }));
    const { result } = renderHook(() => useJob(id), { wrapper });
    await waitFor(() => expect(result.current.job?.status).toBe('processing'));

    act(() => transport.tell({ type: 'drawing', id, title: 'Half', objects: [] }));

    expect(result.current.job?.drawing?.title).toBe('Half');
  });
});
