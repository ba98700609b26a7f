import { describe, expect, it } from 'vitest';
import type { Canvas, CanvasEdit } from '../../../shared/api/types';
import { aBox, aCanvas } from '../../../shared/testing/canvases';
import { canRedo, canUndo, editingReducer, NOT_LOADED, shownOf, type Editing, type EditingAction } from './editing';

const loaded = after(NOT_LOADED, { type: 'loaded', canvas: aCanvas(3) });
const move = (id: string, x: number, y = 0): CanvasEdit => ({ op: 'move', id, x, y });
const edit = (...edits: CanvasEdit[]): EditingAction => ({ type: 'edited', edits });
const nudge = (...edits: CanvasEdit[]): EditingAction => ({ type: 'edited', edits, isNudge: true });
const SENT: EditingAction = { type: 'sent' };
const UNDONE: EditingAction = { type: 'undone' };
const REDONE: EditingAction = { type: 'redone' };

function after(state: Editing, ...actions: EditingAction[]): Editing {
  return actions.reduce(editingReducer, state);
}

function answered(version: number, ax = 0): EditingAction {
  return { type: 'answered', canvas: canvasWith(version, ax) };
}

function canvasWith(version: number, ax: number): Canvas {
  return aCanvas(version, [aBox('a', ax, 0), aBox('b', 0, 100)]);
}

const placeOfA = (state: Editing) => {
  const item = shownOf(state)?.items.find(({ id }) => id === 'a');
  return item?.kind === 'box' ? item.x : null;
};

describe('a canvas that is edited', () => {
  it('shows a gesture at once and has it to be kept', () => {
    const state = after(loaded, edit(move('a', 10)));

    expect(placeOfA(state)).toBe(10);
    expect(state.queue.map(({ edits }) => edits)).toEqual([[move('a', 10)]]);
  });

  it('takes what the service answers for the truth', () => {
    const state = after(loaded, edit(move('a', 10)), SENT, answered(4, 11));

    expect(placeOfA(state)).toBe(11);
    expect(state.latest?.version).toBe(4);
    expect(state.queue).toEqual([]);
  });

  it('keeps showing later gestures while earlier ones are answered', () => {
    const state = after(loaded, edit(move('a', 10)), SENT, edit(move('a', 20)), answered(4, 10));

    expect(placeOfA(state)).toBe(20);
    expect(state.queue).toHaveLength(1);
  });

  it('counts nudges that follow each other as one, until the first of them is on its way', () => {
    const waiting = after(loaded, nudge(move('a', 5)), nudge(move('a', 10)));
    expect(waiting.queue.map(({ edits }) => edits)).toEqual([[move('a', 10)]]);
    expect(placeOfA(after(waiting, UNDONE))).toBe(0);

    const sending = after(waiting, SENT, nudge(move('a', 15)), nudge(move('a', 20)));
    expect(sending.queue.map(({ edits }) => edits)).toEqual([[move('a', 10)], [move('a', 20)]]);
  });

  it('counts nudges of something else apart', () => {
    expect(after(loaded, nudge(move('a', 5)), nudge(move('b', 5, 100))).queue).toHaveLength(2);
  });

  it('never becomes empty', () => {
    const state = after(loaded, edit({ op: 'remove', id: 'a' }, { op: 'remove', id: 'b' }, { op: 'remove', id: 'text:1' }));

    expect(state.notice).toBe('last_object');
    expect(shownOf(state)?.items).toHaveLength(4);
    expect(state.queue).toEqual([]);
  });
});

describe('undo', () => {
  it('of what was not sent yet tells the service nothing', () => {
    const state = after(loaded, edit(move('a', 10)), UNDONE);

    expect(placeOfA(state)).toBe(0);
    expect(state.queue).toEqual([]);
  });

  it('of what the service has goes back to the version before', () => {
    const state = after(loaded, edit(move('a', 10)), SENT, answered(4, 10), UNDONE);

    expect(placeOfA(state)).toBe(0);
    expect(state.queue).toEqual([{ makes: loaded.points[0]!.key, edits: null }]);
    expect(canRedo(state)).toBe(true);
  });

  it('several times goes back once', () => {
    const twice = after(loaded, edit(move('a', 10)), SENT, answered(4, 10), edit(move('a', 20)), SENT, answered(5, 20));

    const state = after(twice, UNDONE, UNDONE);

    expect(state.queue).toEqual([{ makes: loaded.points[0]!.key, edits: null }]);
    expect(after(state, REDONE, REDONE).queue).toEqual([]);
  });

  it('and redo of what was never sent sends the edits themselves', () => {
    const state = after(loaded, edit(move('a', 10)), UNDONE, REDONE);

    expect(placeOfA(state)).toBe(10);
    expect(state.queue.map(({ edits }) => edits)).toEqual([[move('a', 10)]]);
  });

  it('reaches behind what was done here, for the service has those versions', () => {
    expect(canUndo(loaded)).toBe(true);
    expect(canUndo(after(NOT_LOADED, { type: 'loaded', canvas: aCanvas(1) }))).toBe(false);

    const state = after(loaded, { type: 'found_older', canvas: canvasWith(2, 77) }, UNDONE);

    expect(placeOfA(state)).toBe(77);
    expect(state.queue[0]?.edits).toBeNull();
  });

  it('forgets what was undone once something else is done', () => {
    const state = after(loaded, edit(move('a', 10)), UNDONE, edit(move('b', 9)));

    expect(canRedo(state)).toBe(false);
  });
});

describe('a canvas that was changed elsewhere', () => {
  it('shows the latest version, and undo leads back to what was seen before', () => {
    const state = after(loaded, { type: 'loaded', canvas: canvasWith(4, 50) });

    expect(placeOfA(state)).toBe(50);
    expect(placeOfA(after(state, UNDONE))).toBe(0);
  });

  it('is not taken for news when it is known already', () => {
    expect(after(loaded, { type: 'loaded', canvas: aCanvas(3) })).toBe(loaded);
    expect(after(loaded, { type: 'loaded', canvas: aCanvas(2) })).toBe(loaded);
  });

  it('does not take away what is still to be kept', () => {
    const state = after(loaded, edit(move('a', 10)));

    expect(after(state, { type: 'loaded', canvas: canvasWith(4, 50) })).toBe(state);
  });

  it('while a change was on its way shows the latest version and says so', () => {
    const state = after(loaded, edit(move('a', 10)), SENT, {
      type: 'overtaken',
      canvas: canvasWith(4, 50),
      notice: 'changed_elsewhere',
    });

    expect(placeOfA(state)).toBe(50);
    expect(state).toMatchObject({ queue: [], isSending: false, notice: 'changed_elsewhere' });
    expect(placeOfA(after(state, UNDONE))).toBe(0);
    expect(after(state, { type: 'loaded', canvas: canvasWith(5, 50) }).notice).toBeNull();
  });

  it('is as it was before where the service refuses a change', () => {
    const state = after(loaded, edit(move('a', 10)), SENT, { type: 'overtaken', canvas: aCanvas(3), notice: 'refused' });

    expect(placeOfA(state)).toBe(0);
    expect(state.points).toHaveLength(1);
  });
});

describe('whatever is done and in whatever order', () => {
  it('the service ends with what is shown', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = randomOf(seed);
      const service = new Versions(canvasWith(1, 0));
      let state = after(NOT_LOADED, { type: 'loaded', canvas: service.latest });
      for (let step = 0; step < 40; step++) {
        const dice = random();
        const id = random() < 0.5 ? 'a' : 'b';
        const x = Math.floor(random() * 100);
        state =
          dice < 0.35
            ? after(state, { type: 'edited', edits: [move(id, x, 3)], isNudge: random() < 0.5 })
            : dice < 0.55
              ? after(state, UNDONE)
              : dice < 0.7
                ? after(state, REDONE)
                : state.isSending
                  ? after(state, { type: 'answered', canvas: service.latest })
                  : sent(state, service);
      }
      while (state.queue.length > 0) {
        state = after(state.isSending ? state : sent(state, service), { type: 'answered', canvas: service.latest });
      }
      expect(places(state), `seed ${seed}`).toEqual(service.places());
    }
  });
});

/** On its way, and there at once; the answer comes later. */
function sent(state: Editing, service: Versions): Editing {
  if (state.queue.length > 0) {
    service.take(state);
    return after(state, SENT);
  }
  return state;
}

/** A service that keeps two boxes, by version. */
class Versions {
  private readonly kept: Canvas[];

  constructor(first: Canvas) {
    this.kept = [first];
  }

  get latest(): Canvas {
    return this.kept.at(-1)!;
  }

  take(state: Editing): void {
    const change = state.queue[0]!;
    const version = this.latest.version + 1;
    const known = state.points.find(({ key }) => key === change.makes)?.version;
    const objects =
      change.edits === null
        ? this.kept.find((canvas) => canvas.version === known)!.objects
        : this.latest.objects.map((object) => {
            const edit = change.edits!.findLast(({ id }) => id === object.id);
            return edit?.op === 'move' ? aBox(object.id, edit.x, edit.y) : object;
          });
    this.kept.push(aCanvas(version, objects));
  }

  places(): unknown {
    return this.latest.objects.map(({ properties: { x, y } }) => [x, y]);
  }
}

function places(state: Editing): unknown {
  return shownOf(state)!.items.map((item) => (item.kind === 'box' ? [item.x, item.y] : null));
}

function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
