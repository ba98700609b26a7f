import { middleOfLine } from '../drawing/arrows';
import { boundsOf, middleOf } from '../drawing/bounds';
import { movedBy, type Item, type LineItem, type Spot, type TextItem } from '../drawing/item';

const STRAIGHT = 0.01;
/** Words farther than this from a line's middle are not about it. */
const NEAR = 48;

/**
 * The line after a shape that it is bound to has moved, as the service does it: a corner next to the
 * moved end goes along as far as the line stays upright and level where it was.
 */
export function followed(line: LineItem, shape: string, dx: number, dy: number): LineItem {
  if (line.from === shape && line.to === shape) {
    return movedBy(line, dx, dy) as LineItem;
  }
  return {
    ...line,
    points:
      line.from === shape
        ? firstMoved(line.points, dx, dy)
        : firstMoved(line.points.toReversed(), dx, dy).toReversed(),
  };
}

function firstMoved(points: readonly Spot[], dx: number, dy: number): Spot[] {
  const [end, corner, ...rest] = points;
  if (end === undefined || corner === undefined) {
    return [...points];
  }
  const moved = { x: end.x + dx, y: end.y + dy };
  if (rest.length === 0) {
    return [moved, corner];
  }
  const upright = Math.abs(corner.x - end.x) < STRAIGHT;
  const level = Math.abs(corner.y - end.y) < STRAIGHT;
  return [moved, { x: corner.x + (upright ? dx : 0), y: corner.y + (level ? dy : 0) }, ...rest];
}

/**
 * What is written at a line. The service knows by the diagram which words an arrow has; here it is a
 * guess until it answers: the nearest text, if it is near.
 */
export function captionAt(line: LineItem, items: readonly Item[]): TextItem | null {
  const middle = middleOfLine(line.points);
  let nearest: { text: TextItem | null; away: number } = { text: null, away: NEAR };
  for (const item of items) {
    if (item.kind === 'text') {
      const at = middleOf(boundsOf(item));
      const away = Math.hypot(at.x - middle.x, at.y - middle.y);
      nearest = away < nearest.away ? { text: item, away } : nearest;
    }
  }
  return nearest.text;
}
