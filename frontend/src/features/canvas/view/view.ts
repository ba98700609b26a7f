import type { Bounds } from '../drawing/bounds';
import type { Spot } from '../drawing/item';

/** How the canvas is looked at: a spot of it is shown at `spot * scale + (x, y)`, in pixels. */
export interface View {
  x: number;
  y: number;
  scale: number;
}

export interface Size {
  width: number;
  height: number;
}

export const SMALLEST = 0.05;
export const LARGEST = 8;
/** A small drawing is not blown up to fill a large screen. */
const FIT_LARGEST = 1.25;
const STEP = 1.25;

/** All of the sheet in the middle, `around` pixels from the edges at least. */
export function fitted(sheet: Bounds, size: Size, around: number): View {
  const width = sheet.right - sheet.left;
  const height = sheet.bottom - sheet.top;
  const scale = clamped(
    Math.min((size.width - 2 * around) / width, (size.height - 2 * around) / height, FIT_LARGEST),
  );
  return centred(sheet, size, scale);
}

/** The middle of the sheet in the middle of the screen. */
export function centred(sheet: Bounds, size: Size, scale: number): View {
  return {
    scale,
    x: size.width / 2 - ((sheet.left + sheet.right) / 2) * scale,
    y: size.height / 2 - ((sheet.top + sheet.bottom) / 2) * scale,
  };
}

/** Larger or smaller, with what is at `at` on the screen staying there. */
export function zoomed(view: View, factor: number, at: Spot): View {
  const scale = clamped(view.scale * factor);
  const by = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by };
}

/** As a click on plus (1) or minus (-1) does. */
export function stepped(view: View, steps: 1 | -1, size: Size): View {
  return zoomed(view, steps === 1 ? STEP : 1 / STEP, { x: size.width / 2, y: size.height / 2 });
}

export function panned(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x + dx, y: view.y + dy };
}

/** Two fingers: what was under them stays under them. */
export function pinched(view: View, from: [Spot, Spot], to: [Spot, Spot]): View {
  const before = middle(from);
  const after = middle(to);
  const factor = apart(to) / Math.max(1, apart(from));
  return zoomed(panned(view, after.x - before.x, after.y - before.y), factor, after);
}

/** A turn of the wheel or a pinch on a trackpad, as a factor. */
export function factorOf(deltaY: number): number {
  return Math.exp(-Math.max(-25, Math.min(25, deltaY)) * 0.01);
}

export function toCanvas(view: View, at: Spot): Spot {
  return { x: (at.x - view.x) / view.scale, y: (at.y - view.y) / view.scale };
}

export function toScreen(view: View, at: Spot): Spot {
  return { x: at.x * view.scale + view.x, y: at.y * view.scale + view.y };
}

/** The view moved as little as it takes to show the box, if it was not to be seen. */
export function revealing(view: View, box: Bounds, size: Size, around: number): View {
  const start = toScreen(view, { x: box.left, y: box.top });
  const end = toScreen(view, { x: box.right, y: box.bottom });
  return panned(
    view,
    into(start.x, end.x, around, size.width - around),
    into(start.y, end.y, around, size.height - around),
  );
}

function into(start: number, end: number, least: number, most: number): number {
  return start < least ? least - start : end > most ? Math.max(most - end, least - start) : 0;
}

function clamped(scale: number): number {
  return Math.max(SMALLEST, Math.min(LARGEST, scale));
}

function middle([a, b]: [Spot, Spot]): Spot {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function apart([a, b]: [Spot, Spot]): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
