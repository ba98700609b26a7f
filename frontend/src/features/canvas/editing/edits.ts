import type { CanvasEdit } from '../../../shared/api/types';
import { middleOfLine } from '../drawing/arrows';
import { isBound, isPartOf, movedBy, placeOf, wordsIn, type Item, type LineItem } from '../drawing/item';
import { captionAt, followed } from './binding';

/** The items after edits by hand, as the service will answer them, or nearly so. */
export function edited(items: readonly Item[], edits: readonly CanvasEdit[]): readonly Item[] {
  return edits.reduce(afterOne, items);
}

function afterOne(items: readonly Item[], edit: CanvasEdit): readonly Item[] {
  switch (edit.op) {
    case 'move':
      return moved(items, edit.id, edit.x, edit.y);
    case 'relabel':
      return items.map((item) => (item.id === edit.id ? saying(item, edit.text) : item));
    case 'remove':
      return removed(items, edit.id);
  }
}

function moved(items: readonly Item[], id: string, x: number, y: number): readonly Item[] {
  const item = items.find((it) => it.id === id);
  if (item === undefined || isBound(item)) {
    return items;
  }
  const place = placeOf(item);
  const dx = x - place.x;
  const dy = y - place.y;
  if (dx === 0 && dy === 0) {
    return items;
  }
  const next = new Map(items.map((it) => [it.id, it]));
  for (const part of items.filter((it) => it.id === id || isPartOf(it.id, id))) {
    next.set(part.id, movedBy(next.get(part.id) ?? part, dx, dy));
    for (const line of linesAt([...next.values()], part.id)) {
      follow(line, part.id, dx, dy, items, next);
    }
  }
  return items.map((it) => next.get(it.id) ?? it);
}

/** The line, and the words at its middle. */
function follow(line: LineItem, shape: string, dx: number, dy: number, items: readonly Item[], next: Map<string, Item>): void {
  const after = followed(line, shape, dx, dy);
  const was = items.find((it) => it.id === line.id);
  const caption = was?.kind === 'line' ? captionAt(was, items) : null;
  const from = middleOfLine(line.points);
  const to = middleOfLine(after.points);
  next.set(line.id, after);
  if (caption !== null && caption.id !== shape) {
    next.set(caption.id, movedBy(next.get(caption.id) ?? caption, to.x - from.x, to.y - from.y));
  }
}

function removed(items: readonly Item[], id: string): readonly Item[] {
  const item = items.find((it) => it.id === id);
  if (item === undefined) {
    return items;
  }
  const parts = new Set(items.filter((it) => it.id === id || isPartOf(it.id, id)).map((it) => it.id));
  const lines = items.filter(
    (it): it is LineItem =>
      it.kind === 'line' && (it.id === id || parts.has(it.from ?? '') || parts.has(it.to ?? '')),
  );
  const gone = new Set([...parts, ...lines.map((line) => line.id)]);
  for (const line of lines) {
    const caption = captionAt(line, items);
    if (caption !== null && isBound(line)) {
      gone.add(caption.id);
    }
  }
  return items.filter((it) => !gone.has(it.id));
}

function saying(item: Item, text: string): Item {
  const words = wordsIn(item);
  return words === null || item.kind === 'line' ? item : { ...item, words: { ...words, text } };
}

function linesAt(items: readonly Item[], shape: string): LineItem[] {
  return items.filter((it): it is LineItem => it.kind === 'line' && (it.from === shape || it.to === shape));
}

/**
 * Moves of everything that was chosen. Parts and words come last: places are absolute, so what moves
 * along with a shape still ends where the hand has put it.
 */
export function movesOf(items: readonly Item[], chosen: ReadonlySet<string>, dx: number, dy: number): CanvasEdit[] {
  return items
    .filter((item) => chosen.has(item.id) && !isBound(item))
    .sort((one, other) => rank(one, chosen) - rank(other, chosen))
    .map((item) => {
      const place = placeOf(item);
      return { op: 'move', id: item.id, x: rounded(place.x + dx), y: rounded(place.y + dy) };
    });
}

function rank(item: Item, chosen: ReadonlySet<string>): number {
  const isPart = [...chosen].some((whole) => isPartOf(item.id, whole));
  return item.kind === 'text' ? 2 : isPart ? 1 : 0;
}

/** Removals of everything that was chosen, without what goes along with the rest anyway. */
export function removalsOf(items: readonly Item[], chosen: ReadonlySet<string>): CanvasEdit[] {
  const edits: CanvasEdit[] = [];
  let left = items;
  for (const item of items) {
    if (chosen.has(item.id) && left.some((it) => it.id === item.id)) {
      edits.push({ op: 'remove', id: item.id });
      left = removed(left, item.id);
    }
  }
  return edits;
}

/** Whether an edit is to be seen on a canvas. */
export function isDone(edit: CanvasEdit, items: readonly Item[]): boolean {
  const item = items.find((it) => it.id === edit.id);
  switch (edit.op) {
    case 'move':
      return item !== undefined && placeOf(item).x === edit.x && placeOf(item).y === edit.y;
    case 'relabel':
      return item !== undefined && wordsIn(item)?.text === edit.text;
    case 'remove':
      return item === undefined;
  }
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100;
}
