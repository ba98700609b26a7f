import { useMemo, useState, type RefObject } from 'react';
import { isBound, wordsIn, type Item } from './drawing/item';
import { edited, movesOf, removalsOf } from './editing/edits';
import type { CanvasSession } from './editing/session';
import type { Choosing } from './useChoosing';

/** Work by hand on the canvas. Where it may not be changed now, all of it does nothing. */
export interface Working {
  /** As they are while something is dragged. */
  items: readonly Item[];
  isDragging: boolean;
  canMove: boolean;
  canWrite: boolean;
  canRemove: boolean;
  drag: (dx: number, dy: number) => void;
  drop: () => void;
  /** Puts what is dragged back. */
  letGo: () => void;
  nudge: (dx: number, dy: number) => void;
  /** @return how many objects it took away */
  remove: () => number;
  /** Which object's text is being written. */
  writing: string | null;
  write: (id?: string) => void;
  /** Ends the writing; null leaves the text as it was. */
  say: (words: string | null) => void;
}

export function useWorking(
  kept: readonly Item[],
  session: CanvasSession | null,
  choosing: Choosing,
  /** Keeps the view where it is: what is worked on must not slip away under the hand. */
  hold: RefObject<() => void>,
): Working {
  const { chosen } = choosing;
  const [way, setWay] = useState<{ dx: number; dy: number } | null>(null);
  const [writing, setWriting] = useState<string | null>(null);
  const items = useMemo(
    () => (way === null || session === null ? kept : edited(kept, movesOf(kept, chosen, way.dx, way.dy))),
    [kept, session, chosen, way],
  );
  const selected = kept.filter(({ id }) => chosen.has(id));
  const only = selected.length === 1 ? selected[0] : undefined;
  const canWrite = (item: Item | undefined): boolean => session !== null && item !== undefined && wordsIn(item) !== null;

  return {
    items,
    isDragging: way !== null,
    canMove: session !== null && selected.some((item) => !isBound(item)),
    canWrite: canWrite(only),
    canRemove: session !== null && selected.length > 0,
    drag: (dx, dy) => {
      if (session !== null) {
        hold.current();
        setWay({ dx, dy });
      }
    },
    drop: () => {
      if (session !== null && way !== null) {
        session.edit(movesOf(kept, chosen, way.dx, way.dy));
      }
      setWay(null);
    },
    letGo: () => setWay(null),
    nudge: (dx, dy) => {
      if (session !== null) {
        hold.current();
        session.edit(movesOf(kept, chosen, dx, dy), true);
      }
    },
    remove: () => {
      const edits = session === null ? [] : removalsOf(kept, chosen);
      session?.edit(edits);
      return kept.length - edited(kept, edits).length;
    },
    writing,
    write: (id) => {
      const item = id === undefined ? only : kept.find((it) => it.id === id);
      if (item !== undefined && canWrite(item)) {
        hold.current();
        choosing.choose(item.id, false);
        setWriting(item.id);
      }
    },
    say: (words) => {
      if (writing !== null && words !== null) {
        session?.edit([{ op: 'relabel', id: writing, text: words }]);
      }
      setWriting(null);
    },
  };
}
