import type { Canvas, CanvasEdit } from '../../../shared/api/types';
import { itemsOf, type Item } from '../drawing/item';
import { edited } from './edits';

/** A canvas under its owner's hands: what was done, where in it we stand, and what is not kept yet. */
export interface Editing {
  /** The version that the service has, as far as it is known; null before the first answer. */
  latest: { version: number; updatedAt: string } | null;
  /** The contents that the canvas has had, the oldest first; `at` is what is shown. */
  points: readonly Point[];
  at: number;
  /** What the service is still to be told, in this order; the first may be on its way. */
  queue: readonly Change[];
  isSending: boolean;
  /** The point whose contents the service has. */
  kept: number;
  /** The first change was sent once without an answer: it may have arrived. */
  mayHaveArrived: boolean;
  /** Why the first change could not be kept: it is tried again. */
  trouble: Trouble | null;
  notice: Notice | null;
  nextKey: number;
}

export interface Point {
  key: number;
  title: string;
  items: readonly Item[];
  /** A version with these contents; null until the service has told. */
  version: number | null;
  /** The version that it was loaded as; null for what was made here. */
  since: number | null;
  /** What made it of the point before; null for one that was loaded. */
  edits: readonly CanvasEdit[] | null;
  isNudge: boolean;
}

/** Edits that make a point of the one before, or, with null, the way back to a point kept earlier. */
export interface Change {
  makes: number;
  edits: readonly CanvasEdit[] | null;
}

export type Trouble = 'offline' | 'failed';
export type Notice = 'changed_elsewhere' | 'refused' | 'last_object';

export const NOT_LOADED: Editing = {
  latest: null,
  points: [],
  at: -1,
  queue: [],
  isSending: false,
  kept: -1,
  mayHaveArrived: false,
  trouble: null,
  notice: null,
  nextKey: 0,
};

export type EditingAction =
  /** The canvas as the service has it now. */
  | { type: 'loaded'; canvas: Canvas }
  /** The version before the oldest point that is known. */
  | { type: 'found_older'; canvas: Canvas }
  /** A gesture; nudges of the same objects that follow each other are one. */
  | { type: 'edited'; edits: readonly CanvasEdit[]; isNudge?: boolean }
  | { type: 'undone' }
  | { type: 'redone' }
  | { type: 'sent' }
  | { type: 'answered'; canvas: Canvas }
  | { type: 'failed'; trouble: Trouble; mayHaveArrived: boolean }
  /** The first change cannot be made any more: this is how the canvas stands instead. */
  | { type: 'overtaken'; canvas: Canvas; notice: Notice }
  | { type: 'noticed'; notice: Notice | null };

export function editingReducer(state: Editing, action: EditingAction): Editing {
  switch (action.type) {
    case 'loaded':
      return loaded(state, action.canvas);
    case 'found_older':
      return foundOlder(state, action.canvas);
    case 'edited':
      return afterEdit(state, action.edits, action.isNudge ?? false);
    case 'undone':
      return state.at > 0 ? goneTo(state, state.at - 1) : state;
    case 'redone':
      return state.at < state.points.length - 1 ? goneTo(state, state.at + 1) : state;
    case 'sent':
      return { ...state, isSending: true };
    case 'answered':
      return answered(state, action.canvas);
    case 'failed':
      return {
        ...state,
        isSending: false,
        trouble: action.trouble,
        mayHaveArrived: state.mayHaveArrived || action.mayHaveArrived,
      };
    case 'overtaken':
      return { ...loaded({ ...state, ...AT_PEACE, queue: [] }, action.canvas), notice: action.notice };
    case 'noticed':
      return { ...state, notice: action.notice };
  }
}

const AT_PEACE = { isSending: false, mayHaveArrived: false, trouble: null };

export function shownOf(state: Editing): Point | null {
  return state.points[state.at] ?? null;
}

/** Also what was done before this page was opened can be undone: the service has its versions. */
export function canUndo(state: Editing): boolean {
  return state.at > 0 || (state.points[0]?.since ?? 1) > 1;
}

export function canRedo(state: Editing): boolean {
  return state.at < state.points.length - 1;
}

/** What was changed elsewhere is a step of its own: undo leads back to what was seen before. */
function loaded(state: Editing, canvas: Canvas): Editing {
  if (state.queue.length > 0) {
    return state;
  }
  const before = state.points.slice(0, state.at + 1).filter((point) => point.version !== null);
  if (state.latest !== null && canvas.version <= state.latest.version) {
    const kept = before.findIndex((point) => point.key === state.kept);
    return kept < 0 || state.points[state.at]?.key === state.kept ? state : { ...state, points: before, at: kept };
  }
  const point = pointOf(state.nextKey, canvas);
  return {
    ...state,
    latest: latestOf(canvas),
    points: [...before, point],
    at: before.length,
    kept: point.key,
    notice: null,
    nextKey: state.nextKey + 1,
  };
}

function foundOlder(state: Editing, canvas: Canvas): Editing {
  const oldest = state.points[0];
  return oldest?.since === canvas.version + 1
    ? {
        ...state,
        points: [pointOf(state.nextKey, canvas), ...state.points],
        at: state.at + 1,
        nextKey: state.nextKey + 1,
      }
    : state;
}

function afterEdit(state: Editing, edits: readonly CanvasEdit[], isNudge: boolean): Editing {
  const here = shownOf(state);
  if (here === null || edits.length === 0) {
    return state;
  }
  const items = edited(here.items, edits);
  if (items.length === 0) {
    return { ...state, notice: 'last_object' };
  }
  const made = { title: here.title, items, version: null, since: null, edits, isNudge };
  if (isNudge && here.isNudge && isUnsent(state, here) && isOfSame(here.edits ?? [], edits)) {
    const points = [...state.points.slice(0, state.at), { ...made, key: here.key }];
    return { ...state, notice: null, points, queue: [...state.queue.slice(0, -1), { makes: here.key, edits }] };
  }
  const key = state.nextKey;
  return {
    ...state,
    notice: null,
    points: [...state.points.slice(0, state.at + 1), { ...made, key }],
    at: state.at + 1,
    queue: [...state.queue, { makes: key, edits }],
    nextKey: key + 1,
  };
}

function isUnsent(state: Editing, point: Point): boolean {
  const last = state.queue.at(-1);
  const isOnItsWay = state.isSending && state.queue.length === 1;
  return last?.makes === point.key && last.edits !== null && !isOnItsWay && !state.mayHaveArrived;
}

function isOfSame(one: readonly CanvasEdit[], other: readonly CanvasEdit[]): boolean {
  return one.length === other.length && one.every((edit, place) => edit.id === other[place]?.id);
}

/** Shows another point, and makes the service come to it by the fewest changes. */
function goneTo(state: Editing, at: number): Editing {
  const target = state.points[at];
  if (target === undefined) {
    return state;
  }
  return { ...state, at, notice: null, queue: queueTo(state, target) };
}

function queueTo(state: Editing, target: Point): readonly Change[] {
  const fixed = state.isSending || state.mayHaveArrived ? 1 : 0;
  for (let length = state.queue.length; length >= fixed; length--) {
    const end = length === 0 ? state.kept : state.queue[length - 1]?.makes;
    if (end === target.key) {
      return state.queue.slice(0, length);
    }
  }
  const isKnown = target.version !== null || state.queue.some((change) => change.makes === target.key);
  if (!isKnown) {
    return [...state.queue, { makes: target.key, edits: target.edits }];
  }
  const last = state.queue.at(-1);
  const isBack = last?.edits === null && state.queue.length > fixed;
  return [...(isBack ? state.queue.slice(0, -1) : state.queue), { makes: target.key, edits: null }];
}

function answered(state: Editing, canvas: Canvas): Editing {
  const [done, ...queue] = state.queue;
  if (done === undefined) {
    return state;
  }
  const told = { title: canvas.title, items: itemsOf(canvas.objects), version: canvas.version };
  return {
    ...state,
    ...AT_PEACE,
    latest: latestOf(canvas),
    queue,
    kept: done.makes,
    points: state.points.map((point) => (point.key === done.makes ? { ...point, ...told } : point)),
  };
}

function pointOf(key: number, canvas: Canvas): Point {
  return {
    key,
    title: canvas.title,
    items: itemsOf(canvas.objects),
    version: canvas.version,
    since: canvas.version,
    edits: null,
    isNudge: false,
  };
}

function latestOf(canvas: Canvas): NonNullable<Editing['latest']> {
  return { version: canvas.version, updatedAt: canvas.updated_at };
}
