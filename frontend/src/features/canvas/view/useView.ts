import { useState } from 'react';
import type { Bounds } from '../drawing/bounds';
import { centred, fitted, panned, pinched, revealing, stepped, zoomed, type Size, type View } from './view';
import type { Spot } from '../drawing/item';

export interface Looking {
  view: View;
  /** Whether the view follows the drawing as it grows. */
  isFollowing: boolean;
  pan: (dx: number, dy: number) => void;
  zoom: (factor: number, at: Spot) => void;
  pinch: (from: [Spot, Spot], to: [Spot, Spot]) => void;
  step: (steps: 1 | -1) => void;
  /** All of it, and follows it from now on. */
  fit: () => void;
  actualSize: () => void;
  reveal: (box: Bounds) => void;
  /** Stays where it is, whatever happens on the canvas. */
  hold: () => void;
}

const CENTRE: View = { x: 0, y: 0, scale: 1 };
/** What lies over the lower edge must not hide the drawing. */
const BELOW_PX = 44;

/** How the canvas is looked at: all of it, until somebody pans or zooms. */
export function useView(sheet: Bounds | null, size: Size, around: number): Looking {
  const [own, setOwn] = useState<View | null>(null);
  const whole = sheet === null || size.width === 0 ? CENTRE : fitted(sheet, { ...size, height: size.height - BELOW_PX }, around);
  const view = own ?? whole;
  const change = (next: (view: View) => View): void => setOwn((before) => next(before ?? whole));
  return {
    view,
    isFollowing: own === null,
    pan: (dx, dy) => change((before) => panned(before, dx, dy)),
    zoom: (factor, at) => change((before) => zoomed(before, factor, at)),
    pinch: (from, to) => change((before) => pinched(before, from, to)),
    step: (steps) => change((before) => stepped(before, steps, size)),
    fit: () => setOwn(null),
    actualSize: () => sheet !== null && setOwn(centred(sheet, size, 1)),
    reveal: (box) => {
      if (!isWithin(view, box, size)) {
        change((before) => revealing(before, box, size, around));
      }
    },
    hold: () => change((before) => before),
  };
}

function isWithin(view: View, box: Bounds, size: Size): boolean {
  const moved = revealing(view, box, size, 0);
  return moved.x === view.x && moved.y === view.y;
}
