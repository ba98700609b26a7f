import type { Canvas, DrawnObject, Shape } from '../api/types';

type Properties = Shape['properties'];

/** A box of 100 by 40 that says something. */
export function aBox(id: string, x: number, y: number, text = id): DrawnObject {
  return drawn(id, 'rectangle', {
    x,
    y,
    width: 100,
    height: 40,
    fill: '#E8F4FF',
    stroke: '#2563EB',
    strokeWidth: 2,
    text,
    fontSize: 16,
    textColor: '#1F2937',
  });
}

/** A text of 40 by 20. */
export function aText(id: string, x: number, y: number, text: string): DrawnObject {
  return drawn(id, 'text', { x, y, width: 40, height: 20, text, fontSize: 14, color: '#1F2937' });
}

/** An arrow between two shapes, through points relative to its first. */
export function anArrow(id: string, x: number, y: number, points: number[], from?: string, to?: string): DrawnObject {
  return drawn(id, 'arrow', {
    x,
    y,
    points,
    stroke: '#475569',
    strokeWidth: 2,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  });
}

export function drawn(id: string, type: DrawnObject['object_type'], properties: Properties): DrawnObject {
  return {
    id,
    canvas_id: 'canvas-1',
    object_type: type,
    properties,
    z_index: 0,
    created_by: 'alice',
    created_at: timeOf(1),
    updated_at: timeOf(1),
  };
}

/** Two boxes, one above the other, an arrow between them and a word at it. */
export function twoSteps(): DrawnObject[] {
  return [
    anArrow('line:1', 50, 40, [0, 0, 0, 60], 'a', 'b'),
    aBox('a', 0, 0, 'Start'),
    aBox('b', 0, 100, 'Check\npassword'),
    aText('text:1', 56, 60, 'yes'),
  ];
}

export function aCanvas(version = 1, objects: DrawnObject[] = twoSteps(), title = 'Drawing 1'): Canvas {
  const at = timeOf(version);
  return {
    id: 'canvas-1',
    title,
    version,
    kind: 'flowchart',
    objects: objects.map((object) => ({ ...object, updated_at: at })),
    updated_at: at,
  };
}

/** When a version was made. */
export function timeOf(version: number): string {
  return `2026-01-01T12:${String(version).padStart(2, '0')}:00Z`;
}
