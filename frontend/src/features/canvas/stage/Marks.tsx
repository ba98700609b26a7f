import type { ReactNode } from 'react';
import { Line, Rect } from 'react-konva/lib/ReactKonvaCore.js';
import { boundsOf, grown, type Bounds } from '../drawing/bounds';
import type { Item } from '../drawing/item';

/** Why an item has a frame around it. The paper is always light, so these are colours for light paper. */
export type MarkKind = 'selected' | 'added' | 'removed' | 'reworded';

const LOOKS: Record<MarkKind, { color: string; dash: number[] }> = {
  selected: { color: '#2b47c9', dash: [] },
  added: { color: '#1b7a4b', dash: [] },
  removed: { color: '#b3321c', dash: [5, 4] },
  reworded: { color: '#8a5a00', dash: [2, 3] },
};
const AWAY = 5;

interface MarkProps {
  item: Item;
  kind: MarkKind;
  /** Pixels per canvas unit: frames are as thick at any zoom. */
  scale: number;
}

export function Mark({ item, kind, scale }: MarkProps): ReactNode {
  const { color, dash } = LOOKS[kind];
  const one = 1 / scale;
  if (item.kind === 'line') {
    return (
      <Line
        points={item.points.flatMap(({ x, y }) => [x, y])}
        stroke={color}
        opacity={0.35}
        strokeWidth={item.strokeWidth + 7 * one}
        lineCap="round"
        lineJoin="round"
      />
    );
  }
  const box = grown(boundsOf(item), AWAY * one);
  return (
    <Rect
      {...rectOf(box)}
      cornerRadius={6 * one}
      stroke={color}
      strokeWidth={2 * one}
      dash={dash.map((length) => length * one)}
    />
  );
}

/** What is drawn around things to choose them. */
export function RubberBand({ box, scale }: { box: Bounds; scale: number }): ReactNode {
  return <Rect {...rectOf(box)} fill="#2b47c91a" stroke="#2b47c9" strokeWidth={1 / scale} />;
}

export function rectOf(box: Bounds): { x: number; y: number; width: number; height: number } {
  return { x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top };
}
