import type { DrawnObject, Shape } from '../../../shared/api/types';

/** What lies on a canvas, in canvas units; the lowest first. */
export type Item = BoxItem | CircleItem | TextItem | LineItem;

export interface BoxItem {
  kind: 'box';
  outline: 'rectangle' | 'diamond' | 'star' | 'heart';
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  paint: Paint;
  words: Words | null;
}

export interface CircleItem {
  kind: 'circle';
  id: string;
  /** Its centre. */
  x: number;
  y: number;
  radius: number;
  paint: Paint;
  words: Words | null;
}

export interface TextItem {
  kind: 'text';
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  words: Words;
}

export interface LineItem {
  kind: 'line';
  arrow: boolean;
  id: string;
  points: readonly Spot[];
  stroke: string;
  strokeWidth: number;
  /** The shapes it is bound to. */
  from: string | null;
  to: string | null;
}

export interface Spot {
  x: number;
  y: number;
}

/** Colours; null is none. */
export interface Paint {
  fill: string | null;
  stroke: string | null;
  strokeWidth: number;
}

/** Text that is broken into lines already. */
export interface Words {
  text: string;
  size: number;
  color: string;
}

const INK = '#1F2937';

/** Objects as the wire tells them, whether of a drawing under way or of a kept canvas. */
export function itemsOf(objects: readonly (Shape | DrawnObject)[]): Item[] {
  return objects.map(itemOf);
}

function itemOf(object: Shape | DrawnObject): Item {
  const { id, properties: is } = object;
  const type = 'type' in object ? object.type : object.object_type;
  const { x, y } = is;
  switch (type) {
    case 'rectangle':
    case 'diamond':
    case 'star':
    case 'heart':
      return { kind: 'box', outline: type, id, x, y, ...sizeOf(is), paint: paintOf(is), words: wordsOf(is, is.textColor) };
    case 'circle':
      return { kind: 'circle', id, x, y, radius: is.radius ?? 0, paint: paintOf(is), words: wordsOf(is, is.textColor) };
    case 'text':
      return { kind: 'text', id, x, y, ...sizeOf(is), words: wordsOf(is, is.color) ?? { text: '', size: 16, color: INK } };
    case 'arrow':
    case 'line':
      return {
        kind: 'line',
        arrow: type === 'arrow',
        id,
        points: spotsOf(is.points ?? [], x, y),
        stroke: colorOf(is.stroke) ?? INK,
        strokeWidth: is.strokeWidth ?? 1,
        from: is.from ?? null,
        to: is.to ?? null,
      };
  }
}

type Properties = Shape['properties'];

function sizeOf(is: Properties): { width: number; height: number } {
  return { width: is.width ?? 0, height: is.height ?? 0 };
}

function paintOf(is: Properties): Paint {
  return { fill: colorOf(is.fill), stroke: colorOf(is.stroke), strokeWidth: is.strokeWidth ?? 0 };
}

function wordsOf(is: Properties, color: string | undefined): Words | null {
  return is.text === undefined ? null : { text: is.text, size: is.fontSize ?? 16, color: color ?? INK };
}

function colorOf(color: string | undefined): string | null {
  return color === undefined || color === 'transparent' ? null : color;
}

/** Pairs of x and y from the first point on. */
function spotsOf(points: readonly number[], x: number, y: number): Spot[] {
  const spots: Spot[] = [];
  for (let at = 0; at + 1 < points.length; at += 2) {
    spots.push({ x: x + (points[at] ?? 0), y: y + (points[at + 1] ?? 0) });
  }
  return spots;
}

/** Where an item says that it is: a circle's centre, a line's first point, else the top left corner. */
export function placeOf(item: Item): Spot {
  return item.kind === 'line' ? (item.points[0] ?? { x: 0, y: 0 }) : { x: item.x, y: item.y };
}

export function movedBy(item: Item, dx: number, dy: number): Item {
  return item.kind === 'line'
    ? { ...item, points: item.points.map(({ x, y }) => ({ x: x + dx, y: y + dy })) }
    : { ...item, x: item.x + dx, y: item.y + dy };
}

/** What it says; null for a line, and for a shape without words. */
export function wordsIn(item: Item): Words | null {
  return item.kind === 'line' ? null : item.words;
}

/** A line that hangs on a shape goes where the shape goes, and nowhere else. */
export function isBound(item: Item): boolean {
  return item.kind === 'line' && (item.from !== null || item.to !== null);
}

/** Whether one is named as a part of the other: `a:lifeline` of `a`, but not `a:2`. */
export function isPartOf(part: string, whole: string): boolean {
  return part.length > whole.length + 1 && part.startsWith(`${whole}:`) && !/\d/.test(part.charAt(whole.length + 1));
}
