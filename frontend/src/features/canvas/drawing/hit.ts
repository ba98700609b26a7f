import { boundsOf, type Bounds } from './bounds';
import { cornersOf } from './figures';
import type { Item, Spot } from './item';

/**
 * The uppermost item at a spot, lines within `reach` of it included; null on empty paper. Among
 * shapes that lie within each other the innermost is meant: a box that groups others can be drawn
 * above them.
 */
export function hitAt(items: readonly Item[], spot: Spot, reach: number): Item | null {
  const hits = items.filter((item) => isHit(item, spot, reach)).reverse();
  const top = hits[0] ?? null;
  if (top === null) {
    return null;
  }
  const inner = hits.find((item) => item !== top && item.kind !== 'line' && lies(boundsOf(item), boundsOf(top)));
  return top.kind !== 'line' && inner !== undefined ? inner : top;
}

/** What lies wholly in a box that was drawn around it. */
export function within(items: readonly Item[], box: Bounds): Item[] {
  return items.filter((item) => lies(boundsOf(item), box));
}

function lies(inner: Bounds, outer: Bounds): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom &&
    !(inner.left === outer.left && inner.right === outer.right && inner.top === outer.top && inner.bottom === outer.bottom)
  );
}

function isHit(item: Item, spot: Spot, reach: number): boolean {
  switch (item.kind) {
    case 'line':
      return item.points.some((from, place) => {
        const to = item.points[place + 1];
        return to !== undefined && distance(spot, from, to) <= reach + item.strokeWidth / 2;
      });
    case 'circle':
      return Math.hypot(spot.x - item.x, spot.y - item.y) <= item.radius + reach / 2;
    case 'text':
      return isInside(spot, boundsOf(item));
    case 'box':
      return item.outline === 'rectangle'
        ? isInside(spot, boundsOf(item))
        : isEnclosed(spot, cornersOf(item));
  }
}

function isInside(spot: Spot, box: Bounds): boolean {
  return spot.x >= box.left && spot.x <= box.right && spot.y >= box.top && spot.y <= box.bottom;
}

/** Whether a ray to the right crosses the outline an odd number of times. */
function isEnclosed(spot: Spot, corners: readonly Spot[]): boolean {
  let inside = false;
  corners.forEach((a, place) => {
    const b = corners[(place + 1) % corners.length] ?? a;
    if (a.y > spot.y !== b.y > spot.y && spot.x < ((b.x - a.x) * (spot.y - a.y)) / (b.y - a.y) + a.x) {
      inside = !inside;
    }
  });
  return inside;
}

function distance(spot: Spot, from: Spot, to: Spot): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((spot.x - from.x) * dx + (spot.y - from.y) * dy) / length));
  return Math.hypot(spot.x - from.x - share * dx, spot.y - from.y - share * dy);
}
