import { boundsOf, middleOf, sheetOf, type Bounds } from './bounds';
import type { Item, Spot } from './item';
import { matched } from './matching';

/** An item on its way to where and how it will be. */
export interface Sprite {
  item: Item;
  opacity: number;
  scale: number;
  /** It is on the canvas no more, and only fades away. */
  leaving?: true;
}

/** What is seen at one moment: the items, and the paper under them. */
export interface Scene {
  sprites: readonly Sprite[];
  sheet: Bounds | null;
}

/** From one scene to the next: what is kept glides, what is new appears, what is gone fades. */
export interface Settling {
  start: number;
  from: Scene;
  to: readonly Item[];
  sheet: Bounds | null;
  was: ReadonlyMap<string, Sprite>;
  gone: readonly Sprite[];
  /** When each new item begins to appear. */
  delays: ReadonlyMap<string, number>;
  end: number;
}

const GLIDE_MS = 320;
const APPEAR_MS = 260;
const FADE_MS = 180;
/** New items follow each other, but the last of many does not keep anybody waiting. */
const STAGGER_MS = 45;
const STAGGER_MOST_MS = 600;
const SMALL = 0.86;

export const NOTHING: Scene = { sprites: [], sheet: null };

/** Sprites of items that rest. Of one item always the same one, so that it is not drawn anew. */
const rested = new WeakMap<Item, Sprite>();

export function atRest(items: readonly Item[]): Scene {
  return { sprites: items.map(resting), sheet: sheetOf(items) };
}

function resting(item: Item): Sprite {
  const known = rested.get(item);
  if (known !== undefined) {
    return known;
  }
  const sprite = { item, opacity: 1, scale: 1 };
  rested.set(item, sprite);
  return sprite;
}

export function settling(from: Scene, to: readonly Item[], start: number): Settling {
  const spriteOf = new Map(from.sprites.map((sprite) => [sprite.item, sprite]));
  const pairs = matched(from.sprites.map(({ item }) => item), to);
  const was = new Map<string, Sprite>();
  for (const [id, item] of pairs) {
    was.set(id, spriteOf.get(item) ?? resting(item));
  }
  const kept = new Set(pairs.values());
  const fresh = to.filter((item) => !was.has(item.id)).sort(fromTheTop);
  const step = Math.min(STAGGER_MS, STAGGER_MOST_MS / Math.max(1, fresh.length));
  const delays = new Map(fresh.map((item, place) => [item.id, place * step]));
  const last = fresh.length === 0 ? 0 : (fresh.length - 1) * step + APPEAR_MS;
  return {
    start,
    from,
    to,
    sheet: sheetOf(to),
    was,
    gone: from.sprites.filter(({ item }) => !kept.has(item)),
    delays,
    end: start + Math.max(GLIDE_MS, FADE_MS, last),
  };
}

/** As a hand would draw them, whatever lies above what. */
function fromTheTop(one: Item, other: Item): number {
  return middleOf(boundsOf(one)).y - middleOf(boundsOf(other)).y;
}

export function sceneAt(move: Settling, now: number): Scene {
  if (now >= move.end) {
    return atRest(move.to);
  }
  const since = Math.max(0, now - move.start);
  const glide = eased(since / GLIDE_MS);
  const gone = move.gone
    .map((sprite) => ({ ...sprite, opacity: sprite.opacity * (1 - eased(since / FADE_MS)), leaving: true as const }))
    .filter(({ opacity }) => opacity > 0);
  const here = move.to.map((item) => {
    const was = move.was.get(item.id);
    return was === undefined
      ? appearing(item, eased((since - (move.delays.get(item.id) ?? 0)) / APPEAR_MS))
      : gliding(was, item, glide);
  });
  return { sprites: [...gone, ...here], sheet: betweenBounds(move.from.sheet, move.sheet, glide) };
}

function appearing(item: Item, share: number): Sprite {
  return share >= 1 ? resting(item) : { item, opacity: share, scale: SMALL + (1 - SMALL) * share };
}

function gliding(was: Sprite, item: Item, share: number): Sprite {
  if (share >= 1 || (was.item === item && was.opacity === 1)) {
    return resting(item);
  }
  return {
    item: betweenItems(was.item, item, share),
    opacity: between(was.opacity, 1, share),
    scale: between(was.scale, 1, share),
  };
}

/** Looks like the second already, but is not there yet. */
function betweenItems(from: Item, to: Item, share: number): Item {
  if (from.kind === 'line' && to.kind === 'line') {
    return { ...to, points: betweenPoints(from.points, to.points, share) };
  }
  if (from.kind === 'circle' && to.kind === 'circle') {
    return { ...to, ...betweenSpots(from, to, share), radius: between(from.radius, to.radius, share) };
  }
  if ((from.kind === 'box' && to.kind === 'box') || (from.kind === 'text' && to.kind === 'text')) {
    return {
      ...to,
      ...betweenSpots(from, to, share),
      width: between(from.width, to.width, share),
      height: between(from.height, to.height, share),
    };
  }
  return to;
}

/** A line with fewer points has its last one several times. */
function betweenPoints(from: readonly Spot[], to: readonly Spot[], share: number): Spot[] {
  return Array.from({ length: Math.max(from.length, to.length) }, (_, place) => {
    const there = to[place] ?? to.at(-1) ?? { x: 0, y: 0 };
    return betweenSpots(from[place] ?? from.at(-1) ?? there, there, share);
  });
}

function betweenSpots(from: Spot, to: Spot, share: number): Spot {
  return { x: between(from.x, to.x, share), y: between(from.y, to.y, share) };
}

function betweenBounds(from: Bounds | null, to: Bounds | null, share: number): Bounds | null {
  return from === null || to === null
    ? to
    : {
        left: between(from.left, to.left, share),
        top: between(from.top, to.top, share),
        right: between(from.right, to.right, share),
        bottom: between(from.bottom, to.bottom, share),
      };
}

function between(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** Quick at first, slow at the end. */
function eased(share: number): number {
  const left = 1 - Math.max(0, Math.min(1, share));
  return 1 - left * left * left;
}
