import { cornersOf } from './figures';
import type { Item, LineItem, Spot } from './item';

const PARALLEL = 1e-9;

/**
 * Leads lines that are bound to a star or a heart on to its very outline: designs bind them to its
 * box. Only for the eye: what is kept is the line to the box.
 */
export function docked(items: readonly Item[]): readonly Item[] {
  const outlines = new Map<string, Spot[]>();
  for (const item of items) {
    if (item.kind === 'box' && (item.outline === 'star' || item.outline === 'heart')) {
      outlines.set(item.id, cornersOf(item));
    }
  }
  return outlines.size === 0 ? items : items.map((item) => (item.kind === 'line' ? dock(item, outlines) : item));
}

function dock(line: LineItem, outlines: ReadonlyMap<string, Spot[]>): LineItem {
  const [first, second] = line.points;
  const last = line.points.at(-1);
  const before = line.points.at(-2);
  if (first === undefined || second === undefined || last === undefined || before === undefined) {
    return line;
  }
  const start = meet(outlines.get(line.from ?? ''), second, first);
  const end = meet(outlines.get(line.to ?? ''), before, last);
  return start === null && end === null
    ? line
    : { ...line, points: [start ?? first, ...line.points.slice(1, -1), end ?? last] };
}

/** Where a ray from `before` through `end` first meets the outline, if it does. */
function meet(corners: Spot[] | undefined, before: Spot, end: Spot): Spot | null {
  const dx = end.x - before.x;
  const dy = end.y - before.y;
  const reach = Math.min(
    ...(corners ?? []).map((corner, place, all) => reachOf(before, dx, dy, corner, all[(place + 1) % all.length] ?? corner)),
  );
  return Number.isFinite(reach) ? { x: before.x + dx * reach, y: before.y + dy * reach } : null;
}

/** How many times (dx, dy) it takes from `start` to the edge from `a` to `b`; infinite if it misses. */
function reachOf(start: Spot, dx: number, dy: number, a: Spot, b: Spot): number {
  const ex = b.x - a.x;
  const ey = b.y - a.y;
  const across = dx * ey - dy * ex;
  if (Math.abs(across) < PARALLEL) {
    return Infinity;
  }
  const ax = a.x - start.x;
  const ay = a.y - start.y;
  const reach = (ax * ey - ay * ex) / across;
  const along = (ax * dy - ay * dx) / across;
  return reach >= 0 && along >= 0 && along <= 1 ? reach : Infinity;
}
