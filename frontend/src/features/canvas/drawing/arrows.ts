import type { LineItem, Spot } from './item';

const HEAD_LENGTH = 6;
const HEAD_LENGTH_PER_STROKE = 3;
const HEAD_WIDTH_PER_LENGTH = 0.8;
/** How far a line runs into its head, so that no gap shows and no thick end sticks out. */
const OVERLAP = 0.3;

export interface Stroke {
  shaft: Spot[];
  /** A triangle whose point is where the arrow ends; null for a line. */
  head: [Spot, Spot, Spot] | null;
}

/** A line as it is drawn. */
export function strokeOf(line: Pick<LineItem, 'arrow' | 'points' | 'strokeWidth'>): Stroke {
  const points = line.points.filter((spot, place) => place === 0 || !isSame(spot, line.points[place - 1]));
  const tip = points.at(-1);
  const before = points.at(-2);
  if (!line.arrow || tip === undefined || before === undefined) {
    return { shaft: points, head: null };
  }
  const stretch = Math.hypot(tip.x - before.x, tip.y - before.y);
  const dx = (tip.x - before.x) / stretch;
  const dy = (tip.y - before.y) / stretch;
  const length = Math.min(HEAD_LENGTH + HEAD_LENGTH_PER_STROKE * line.strokeWidth, stretch);
  const along = (share: number): Spot => ({ x: tip.x - dx * length * share, y: tip.y - dy * length * share });
  const base = along(1);
  const half = (length * HEAD_WIDTH_PER_LENGTH) / 2;
  return {
    shaft: [...points.slice(0, -1), along(1 - OVERLAP)],
    head: [
      tip,
      { x: base.x - dy * half, y: base.y + dx * half },
      { x: base.x + dy * half, y: base.y - dx * half },
    ],
  };
}

/** The point half-way between the ends of its middle stretch: where words about it stand. */
export function middleOfLine(points: readonly Spot[]): Spot {
  const place = Math.floor((points.length - 1) / 2);
  const before = points[place] ?? { x: 0, y: 0 };
  const after = points[place + 1] ?? before;
  return { x: (before.x + after.x) / 2, y: (before.y + after.y) / 2 };
}

function isSame(one: Spot, other: Spot | undefined): boolean {
  return one.x === other?.x && one.y === other.y;
}
