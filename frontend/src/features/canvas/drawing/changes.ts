import { isBound, placeOf, wordsIn, type Item } from './item';
import { matched } from './matching';

/** What is different on a canvas: ids of what is there now, but for the removed, which are as they were. */
export interface Changes {
  added: Item[];
  removed: Item[];
  /** Shapes and texts that are elsewhere; bound lines only follow and do not count. */
  moved: Item[];
  /** What says something else. */
  reworded: Item[];
}

/** In canvas units: less is not seen. */
const A_STEP = 1;

export function changesBetween(before: readonly Item[], after: readonly Item[]): Changes {
  const was = matched(before, after);
  const kept = new Set(was.values());
  return {
    added: after.filter((item) => !was.has(item.id)),
    removed: before.filter((item) => !kept.has(item)),
    moved: after.filter((item) => {
      const old = was.get(item.id);
      return old !== undefined && !isBound(item) && isElsewhere(old, item);
    }),
    reworded: after.filter((item) => {
      const old = was.get(item.id);
      return old !== undefined && squeezed(old) !== squeezed(item);
    }),
  };
}

export function isUnchanged({ added, removed, moved, reworded }: Changes): boolean {
  return added.length + removed.length + moved.length + reworded.length === 0;
}

function isElsewhere(old: Item, item: Item): boolean {
  const from = placeOf(old);
  const to = placeOf(item);
  return Math.abs(from.x - to.x) > A_STEP || Math.abs(from.y - to.y) > A_STEP;
}

function squeezed(item: Item): string {
  return (wordsIn(item)?.text ?? '').replace(/\s+/g, '');
}
