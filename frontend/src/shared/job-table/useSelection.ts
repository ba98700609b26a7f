import { useCallback, useMemo, useState } from 'react';

export interface Selection {
  /** Those selected that are still listed. */
  ids: string[];
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  /** Selects all that are listed, or none if they all are. */
  toggleAll: () => void;
  clear: () => void;
  isAll: boolean;
}

/** Which of the listed jobs are selected. One that leaves the list is selected no more. */
export function useSelection(listed: string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const ids = useMemo(() => listed.filter((id) => chosen.has(id)), [listed, chosen]);
  const isAll = ids.length > 0 && ids.length === listed.length;
  return {
    ids,
    isAll,
    has: useCallback((id: string) => chosen.has(id), [chosen]),
    toggle: useCallback((id: string) => {
      setChosen((before) => {
        const after = new Set(before);
        if (!after.delete(id)) {
          after.add(id);
        }
        return after;
      });
    }, []),
    toggleAll: () => setChosen(new Set(isAll ? [] : listed)),
    clear: useCallback(() => setChosen(new Set()), []),
  };
}
