import { act, render, screen, waitFor, within as inside } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Job } from '../../shared/api/types';
import { aBox, aCanvas, timeOf, twoSteps } from '../../shared/testing/canvases';
import { aFinishedJob, aJob, aResult, aRunningJob, idOf } from '../../shared/testing/jobs';
import { FakeService, json, problem } from '../../shared/testing/service';
import { TestTransport, within } from '../../shared/testing/within';
import { Canvas } from './Canvas';

// Nothing can be painted here; what is on the canvas is told by the list of its objects.
vi.mock('./stage/Stage', () => ({ default: () => null }));

const id = idOf(1);
let service: FakeService;
let transport: TestTransport;
let user: UserEvent;

// Loaded on demand, which can take its time on a busy machine.
beforeAll(() => import('./Workspace'), 30_000);

beforeEach(() => {
  window.localStorage.clear();
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  service = new FakeService()
    .on(`GET /job/${id}/status`, status(aFinishedJob()))
    .on('GET /canvases/canvas-1', answer(1));
  transport = new TestTransport();
  user = userEvent.setup();
});

function status(job: Job) {
  return json({ success: true, job });
}

function answer(...canvas: Parameters<typeof aCanvas>) {
  return json({ success: true, canvas: aCanvas(...canvas) });
}

function show(jobId: string | null = id) {
  render(<Canvas jobId={jobId} />, { wrapper: within({ service, transport }) });
}

const section = () => screen.getByRole('region', { name: 'Canvas' });
const state = () => section().getAttribute('data-state');
const list = () => screen.findByRole('region', { name: 'List of objects' });
const objects = async () => inside(await list()).getAllByRole('button').map((button) => button.textContent);
const surface = () => screen.findByRole('application', { name: 'Canvas: Drawing 1' });

describe('the canvas', () => {
  it('says what to do while there is none', () => {
    show(null);

    expect(screen.getByText('Your canvas appears here')).toBeTruthy();
    expect(state()).toBe('empty');
  });

  it('tells in words what is drawn', async () => {
    show();

    expect(await objects()).toEqual(['Start, box→ Check password (yes)', 'yes', 'Check password, box']);
    await waitFor(() => expect(state()).toBe('ready'));
    expect(section().getAttribute('data-objects')).toBe('4');
  });

  it('shows what there is while the job still draws', async () => {
    service.on(`GET /job/${id}/status`, status(aRunningJob()));
    show();
    await waitFor(() => expect(state()).toBe('drawing'));

    const { id: shape, object_type: type, properties } = aBox('a', 0, 0, 'Start');
    act(() => transport.tell({ type: 'drawing', id, title: 'Half', objects: [{ id: shape, type, properties }] }));

    expect(await objects()).toEqual(['Start, box']);
    expect(screen.queryByRole('button', { name: 'Export' })).toBeNull();
  });

  it('is walked through, moved and emptied by keyboard, and every step is kept', async () => {
    const PATCH = 'PATCH /canvases/canvas-1';
    const moved = twoSteps().map((object) => (object.id === 'a' ? aBox('a', 5, 0, 'Start') : object));
    service.on(PATCH, answer(2, moved), answer(3, [aBox('b', 0, 100)]));
    show();
    await waitFor(() => expect(state()).toBe('ready'));
    act(() => surfaceNow().focus());

    await user.keyboard('{ArrowDown}');
    expect(screen.getByText('Start, box, 1 of 3, leads to → Check password (yes)')).toBeTruthy();
    await user.keyboard('{ArrowRight}');
    await waitFor(() => expect(service.of(PATCH)).toHaveLength(1));
    expect(service.of(PATCH)[0]?.body).toEqual({ version: 1, edits: [{ op: 'move', id: 'a', x: 5, y: 0 }] });

    await user.keyboard('{Delete}');
    await waitFor(() => expect(service.of(PATCH)).toHaveLength(2));
    expect(service.of(PATCH)[1]?.body).toEqual({ version: 2, edits: [{ op: 'remove', id: 'a' }] });
    expect(await objects()).toHaveLength(1);
  });

  it('changes a text in a field over it, and Escape leaves it as it was', async () => {
    const PATCH = 'PATCH /canvases/canvas-1';
    service.on(PATCH, answer(2));
    show();
    await waitFor(() => expect(state()).toBe('ready'));
    act(() => surfaceNow().focus());

    await user.keyboard('{ArrowDown}{Enter}');
    await user.type(screen.getByRole('textbox', { name: 'Text of Start' }), ' over{Escape}');
    expect(service.of(PATCH)).toHaveLength(0);

    await user.keyboard('{Enter}');
    await user.clear(screen.getByRole('textbox', { name: 'Text of Start' }));
    await user.keyboard('Begin{Enter}');
    await waitFor(() => expect(service.of(PATCH)).toHaveLength(1));
    expect(service.of(PATCH)[0]?.body).toEqual({ version: 1, edits: [{ op: 'relabel', id: 'a', text: 'Begin' }] });
    expect(document.activeElement).toBe(await surface());
  });

  it('can be left by Tab whenever nothing is selected', async () => {
    show();
    await waitFor(() => expect(state()).toBe('ready'));
    act(() => surfaceNow().focus());

    await user.keyboard('{ArrowDown}{Tab}');
    expect(document.activeElement).toBe(surfaceNow());
    await user.keyboard('{Escape}{Tab}');
    expect(document.activeElement).not.toBe(surfaceNow());
  });

  it('says that something could not be kept, and tries again', async () => {
    service.on('PATCH /canvases/canvas-1', problem(503, 'Unavailable'));
    show();
    await waitFor(() => expect(state()).toBe('ready'));
    act(() => surfaceNow().focus());
    await user.keyboard('{ArrowDown}{Delete}');
    await waitFor(() => expect(state()).toBe('unsaved'));

    service.on('PATCH /canvases/canvas-1', answer(2, [aBox('b', 0, 100)]));
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    await waitFor(() => expect(state()).toBe('ready'));
  });
});

describe('a change by an AI', () => {
  const changed = [...twoSteps(), aBox('c', 0, 200, 'End')];
  const job: Job = {
    ...aFinishedJob(),
    job_type: 'modify_canvas',
    request_data: { ...aFinishedJob().request_data, canvas_id: 'canvas-1' },
    result_data: { ...aResult(), objects: changed.map((object) => ({ ...object, updated_at: timeOf(2) })) },
  };

  beforeEach(() => {
    service
      .on(`GET /job/${id}/status`, status(job))
      .on('GET /canvases/canvas-1', answer(2, changed), answer(1));
  });

  it('says what is different, and goes back when it is discarded', async () => {
    service.on('POST /canvases/canvas-1/restore', answer(3));
    show();

    expect((await screen.findByRole('region', { name: 'Keep this change?' })).textContent).toContain('1 added');
    await user.click(screen.getByRole('button', { name: 'Discard' }));

    await waitFor(() => expect(state()).toBe('ready'));
    expect(service.of('POST /canvases/canvas-1/restore')[0]?.body).toEqual({ version: 2, restore: 1 });
    expect(await objects()).toHaveLength(3);
  });

  it('is not asked about again once it was kept, but can still be undone', async () => {
    show();
    await user.click(await screen.findByRole('button', { name: 'Keep' }));
    await waitFor(() => expect(state()).toBe('ready'));

    service.on('GET /canvases/canvas-1', answer(2, changed));
    document.body.innerHTML = '';
    show();

    await waitFor(() => expect(state()).toBe('ready'));
    expect(screen.queryByRole('button', { name: 'Keep' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Undo last change' })).toHaveProperty('disabled', false);
  });
});

describe('a canvas that is not there', () => {
  it('says so', async () => {
    const gone = aJob(1, { ...aFinishedJob(), result_data: aResult() });
    service.on(`GET /job/${id}/status`, status(gone)).on('GET /canvases/canvas-1', problem(404, 'Not found'));
    show();

    expect((await screen.findByRole('alert')).textContent).toContain('It is not here any more');
    expect(state()).toBe('failed');
  });
});

function surfaceNow(): HTMLElement {
  return screen.getByRole('application');
}
