import { boundsOf, middleOf } from './bounds';
import { middleOfLine } from './arrows';
import { wordsIn, type Item, type LineItem } from './item';

/** An object as it is read aloud. */
export interface Reading {
  id: string;
  item: Item;
  /** What it says, in one line; empty where it says nothing. */
  words: string;
  /** Where its lines lead. */
  links: { line: string; to: string; words: string }[];
}

/** Things less than this apart in height are read as one row. */
const ROW = 24;
/** How far from a line its words may stand. */
const NEAR = 60;

/**
 * The objects in reading order, row by row, each with what it leads to: the drawing as text. Lines
 * that are bound at both ends are told by the shapes that they start from.
 */
export function readingOf(items: readonly Item[]): Reading[] {
  const bound = items.filter((item): item is LineItem => item.kind === 'line' && item.from !== null && item.to !== null);
  const names = new Map(items.map((item) => [item.id, plain(item)]));
  return items
    .filter((item) => !(item.kind === 'line' && item.from !== null && item.to !== null))
    .sort(byPlace)
    .map((item) => ({
      id: item.id,
      item,
      words: plain(item),
      links: bound
        .filter((line) => line.from === item.id)
        .map((line) => ({ line: line.id, to: names.get(line.to ?? '') ?? '', words: captionOf(line, items) })),
    }));
}

/** The way through a drawing by keyboard: each shape, then the lines that start from it. */
export function walkOf(readings: readonly Reading[]): string[] {
  const way = readings.flatMap(({ id, links }) => [id, ...links.map(({ line }) => line)]);
  return [...new Set(way)];
}

/** What is written at a line; empty where nothing is. */
export function captionOf(line: LineItem, items: readonly Item[]): string {
  const middle = middleOfLine(line.points);
  let nearest = { words: '', away: NEAR };
  for (const item of items) {
    if (item.kind === 'text') {
      const at = middleOf(boundsOf(item));
      const away = Math.hypot(at.x - middle.x, at.y - middle.y);
      nearest = away < nearest.away ? { words: plain(item), away } : nearest;
    }
  }
  return nearest.words;
}

export function plain(item: Item): string {
  return (wordsIn(item)?.text ?? '').replace(/\s+/g, ' ').trim();
}

function byPlace(one: Item, other: Item): number {
  const a = middleOf(boundsOf(one));
  const b = middleOf(boundsOf(other));
  const rows = Math.floor(a.y / ROW) - Math.floor(b.y / ROW);
  return rows === 0 ? a.x - b.x : rows;
}
