import type { Bounds } from './bounds';
import type { BoxItem, Spot } from './item';

// The very shapes of the exports: a canvas must look the same wherever it is opened.

const CORNER_RADIUS = 8;
/** How deep the notches of a star are. */
const INNER_RADIUS = 0.55;
const STAR_HALF_WIDTH = Math.sin(radians(72));
const STAR_HEIGHT = 1 + Math.cos(radians(36));

export function cornerRadius(width: number, height: number): number {
  return Math.min(CORNER_RADIUS, width / 4, height / 4);
}

/** The corners of a shape that fills its box; a heart has so many that it looks round. */
export function cornersOf(item: BoxItem): Spot[] {
  const box = { left: item.x, top: item.y, right: item.x + item.width, bottom: item.y + item.height };
  switch (item.outline) {
    case 'rectangle':
      return [at(box, 0, 0), at(box, 1, 0), at(box, 1, 1), at(box, 0, 1)];
    case 'diamond':
      return [at(box, 0.5, 0), at(box, 1, 0.5), at(box, 0.5, 1), at(box, 0, 0.5)];
    case 'star':
      return Array.from({ length: 10 }, (_, number) => starCorner(number, box));
    case 'heart':
      return heartCorners(box);
  }
}

function starCorner(number: number, box: Bounds): Spot {
  const angle = radians(36 * number);
  const radius = number % 2 === 0 ? 1 : INNER_RADIUS;
  return at(
    box,
    ((radius * Math.sin(angle)) / STAR_HALF_WIDTH + 1) / 2,
    (1 - radius * Math.cos(angle)) / STAR_HEIGHT,
  );
}

/** Six cubic Bézier curves from the tip at the bottom clockwise, in shares of the box. */
const HEART: [first: Share, second: Share, to: Share][] = [
  [[0.15, 0.72], [0, 0.5], [0, 0.28]],
  [[0, 0.1], [0.11, 0], [0.26, 0]],
  [[0.38, 0], [0.46, 0.08], [0.5, 0.2]],
  [[0.54, 0.08], [0.62, 0], [0.74, 0]],
  [[0.89, 0], [1, 0.1], [1, 0.28]],
  [[1, 0.5], [0.85, 0.72], [0.5, 1]],
];
type Share = [across: number, down: number];
const STEPS = 12;

function heartCorners(box: Bounds): Spot[] {
  let from: Share = [0.5, 1];
  const corners: Spot[] = [];
  for (const [first, second, to] of HEART) {
    for (let step = 0; step < STEPS; step++) {
      const t = step / STEPS;
      corners.push(
        at(box, bezier(t, from[0], first[0], second[0], to[0]), bezier(t, from[1], first[1], second[1], to[1])),
      );
    }
    from = to;
  }
  return corners;
}

function bezier(t: number, a: number, b: number, c: number, d: number): number {
  const s = 1 - t;
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

function at(box: Bounds, across: number, down: number): Spot {
  return { x: box.left + across * (box.right - box.left), y: box.top + down * (box.bottom - box.top) };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
