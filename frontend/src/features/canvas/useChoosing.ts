import { useState } from 'react';
import type { Item } from './drawing/item';

export interface Choosing {
  chosen: ReadonlySet<string>;
  choose: (id: string, isMore: boolean) => void;
  chooseAll: (ids: readonly string[], isMore: boolean) => void;
  none: () => void;
}

const NONE: ReadonlySet<string> = new Set();

/** What is selected; what is gone from the canvas is not. */
export function useChoosing(items: readonly Item[]): Choosing {
  const [ids, setIds] = useState(NONE);
  const here = items.filter(({ id }) => ids.has(id));
  return {
    chosen: here.length === ids.size ? ids : new Set(here.map(({ id }) => id)),
    choose: (id, isMore) => setIds((before) => (isMore ? toggled(before, id) : new Set([id]))),
    chooseAll: (all, isMore) => setIds((before) => new Set([...(isMore ? before : []), ...all])),
    none: () => setIds(NONE),
  };
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) {
    next.add(id);
  }
  return next;
}
