import type { Item } from './item';

/** An upright box. */
export interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Free paper around a drawing; more where its outlines are thick, as in the exports. */
const MARGIN = 32;
const MARGIN_PER_STROKE = 2;

export function boundsOf(item: Item): Bounds {
  switch (item.kind) {
    case 'circle':
      return {
        left: item.x - item.radius,
        top: item.y - item.radius,
        right: item.x + item.radius,
        bottom: item.y + item.radius,
      };
    case 'line':
      return {
        left: Math.min(...item.points.map(({ x }) => x)),
        top: Math.min(...item.points.map(({ y }) => y)),
        right: Math.max(...item.points.map(({ x }) => x)),
        bottom: Math.max(...item.points.map(({ y }) => y)),
      };
    case 'box':
    case 'text':
      return { left: item.x, top: item.y, right: item.x + item.width, bottom: item.y + item.height };
  }
}

export function union(one: Bounds, other: Bounds): Bounds {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

export function grown(bounds: Bounds, by: number): Bounds {
  return { left: bounds.left - by, top: bounds.top - by, right: bounds.right + by, bottom: bounds.bottom + by };
}

export function middleOf(bounds: Bounds): { x: number; y: number } {
  return { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 };
}

/** The paper that a drawing needs; null for an empty one. */
export function sheetOf(items: readonly Item[]): Bounds | null {
  const drawn = items.filter((item) => item.kind !== 'line' || item.points.length > 0);
  if (drawn.length === 0) {
    return null;
  }
  const widest = Math.max(...drawn.map(strokeOf));
  return grown(drawn.map(boundsOf).reduce(union), MARGIN + MARGIN_PER_STROKE * widest);
}

function strokeOf(item: Item): number {
  switch (item.kind) {
    case 'text':
      return 0;
    case 'line':
      return item.strokeWidth;
    case 'box':
    case 'circle':
      return item.paint.strokeWidth;
  }
}
