import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createApi } from '../../../shared/api/client';
import { aBox, aCanvas } from '../../../shared/testing/canvases';
import { FakeService, json, problem } from '../../../shared/testing/service';
import type { Editing } from './editing';
import { shownOf } from './editing';
import { CanvasSession } from './session';

const PATCH = 'PATCH /canvases/canvas-1';
const GET = 'GET /canvases/canvas-1';
const RESTORE = 'POST /canvases/canvas-1/restore';
const MOVE = { op: 'move', id: 'a', x: 10, y: 0 } as const;
const answer = (version: number, ax = 0) =>
  json({ success: true, canvas: aCanvas(version, [aBox('a', ax, 0), aBox('b', 0, 100)]) });

let service: FakeService;
let session: CanvasSession;

beforeEach(async () => {
  service = new FakeService().on(GET, answer(3)).on(PATCH, answer(4, 10)).on(RESTORE, answer(5));
  session = new CanvasSession(
    createApi({ baseUrl: '/api/ai-agent', getToken: () => Promise.resolve('token'), fetch: service.fetch }),
    'canvas-1',
  );
  await session.load();
});

function until(met: (state: Editing) => boolean): Promise<void> {
  return vi.waitFor(() => expect(met(session.state())).toBe(true));
}

const isQuiet = ({ queue }: Editing) => queue.length === 0;

describe('a canvas session', () => {
  it('keeps a gesture on the version that was seen', async () => {
    session.edit([MOVE]);
    await until(isQuiet);

    expect(service.of(PATCH).map(({ body }) => body)).toEqual([{ version: 3, edits: [MOVE] }]);
  });

  it('keeps one gesture after the other, each on the version before', async () => {
    service.on(PATCH, answer(4, 10), answer(5, 20));
    session.edit([MOVE]);
    session.edit([{ ...MOVE, x: 20 }]);
    await until(isQuiet);

    expect(service.of(PATCH).map(({ body }) => (body as { version: number }).version)).toEqual([3, 4]);
  });

  it('undoes by going back to the version before', async () => {
    session.edit([MOVE]);
    await until(isQuiet);
    await session.undo();
    await until(isQuiet);

    expect(service.of(RESTORE).map(({ body }) => body)).toEqual([{ version: 4, restore: 3 }]);
  });

  it('undoes also what was done before the page was opened', async () => {
    service.on(GET, answer(2, 99));
    await session.undo();
    await until(isQuiet);

    expect(service.of(RESTORE).map(({ body }) => body)).toEqual([{ version: 3, restore: 2 }]);
  });

  it('shows the latest version where somebody else was faster', async () => {
    service.on(PATCH, problem(409, 'Conflict')).on(GET, answer(4, 77));
    session.edit([MOVE]);
    await until(isQuiet);

    expect(session.state().notice).toBe('changed_elsewhere');
    expect(shownOf(session.state())?.items[0]).toMatchObject({ x: 77 });
  });

  it('keeps what was done offline and sends it when the network is back', async () => {
    service.on(PATCH, () => Promise.reject(new TypeError('fetch failed')));
    session.edit([MOVE]);
    await until(({ trouble }) => trouble === 'offline');
    session.edit([{ ...MOVE, x: 20 }]);

    service.on(PATCH, answer(4, 10), answer(5, 20));
    window.dispatchEvent(new Event('online'));
    await until(isQuiet);

    expect(session.state().trouble).toBeNull();
    expect(service.of(PATCH).slice(-2).map(({ body }) => (body as { edits: unknown }).edits)).toEqual([
      [MOVE],
      [{ ...MOVE, x: 20 }],
    ]);
  });

  it('recognises a change whose answer was lost', async () => {
    service.on(PATCH, () => Promise.reject(new TypeError('fetch failed')), problem(409, 'Conflict'));
    session.edit([MOVE]);
    await until(({ trouble }) => trouble === 'offline');
    service.on(GET, answer(4, 10));
    session.retry();
    await until(isQuiet);

    expect(session.state()).toMatchObject({ notice: null, latest: { version: 4 } });
  });

  it('takes back what the service refuses', async () => {
    service.on(PATCH, problem(400, 'Bad Request'));
    session.edit([MOVE]);
    await until(isQuiet);

    expect(session.state().notice).toBe('refused');
    expect(shownOf(session.state())?.items[0]).toMatchObject({ x: 0 });
  });
});
