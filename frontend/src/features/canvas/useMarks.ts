import { useMemo } from 'react';
import type { Item } from './drawing/item';
import type { StageProps } from './stage/Stage';
import type { Review } from './useReview';

/** Frames around what is selected and around what a change has brought; what it took away, as ghosts. */
export function useMarks(
  items: readonly Item[],
  chosen: ReadonlySet<string>,
  review: Review | null,
): Pick<StageProps, 'marks' | 'ghosts'> {
  const changes = review?.changes ?? null;
  return useMemo(() => {
    const by = (ids: readonly Item[]): Set<string> => new Set(ids.map(({ id }) => id));
    const added = by(changes?.added ?? []);
    const reworded = by(changes?.reworded ?? []);
    const removed = changes?.removed ?? [];
    return {
      ghosts: removed,
      marks: [
        ...removed.filter(({ kind }) => kind !== 'line').map((item) => ({ id: item.id, item, kind: 'removed' as const })),
        ...items.filter(({ id }) => added.has(id)).map((item) => ({ id: item.id, item, kind: 'added' as const })),
        ...items.filter(({ id }) => reworded.has(id)).map((item) => ({ id: item.id, item, kind: 'reworded' as const })),
        ...items.filter(({ id }) => chosen.has(id)).map((item) => ({ id: item.id, item, kind: 'selected' as const })),
      ],
    };
  }, [items, chosen, changes]);
}
