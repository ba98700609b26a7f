import { isBound, wordsIn, type Item, type LineItem } from './item';

/**
 * What each item was before: by id, but lines by what they connect and texts by what they say, for
 * their ids are numbers that shift when something is put in between.
 *
 * @return items of `before` by the ids of `after`; each is used once
 */
export function matched(before: readonly Item[], after: readonly Item[]): Map<string, Item> {
  const pairs = new Map<string, Item>();
  const free = new Set(before);
  const take = (item: Item, was: Item | undefined): void => {
    if (was !== undefined && !pairs.has(item.id)) {
      pairs.set(item.id, was);
      free.delete(was);
    }
  };

  const byId = new Map(before.map((item) => [item.id, item]));
  for (const item of after) {
    const was = byId.get(item.id);
    if (was !== undefined && isSurely(was, item)) {
      take(item, was);
    }
  }
  for (const item of after) {
    if (!pairs.has(item.id) && (item.kind === 'text' || isBound(item))) {
      take(item, [...free].find((was) => means(was) === means(item)));
    }
  }
  for (const item of after) {
    const was = byId.get(item.id);
    if (!pairs.has(item.id) && was !== undefined && free.has(was) && item.kind === 'text' && was.kind === 'text') {
      take(item, was);
    }
  }
  return pairs;
}

/** Same id and, where ids are mere numbers, same meaning. */
function isSurely(was: Item, item: Item): boolean {
  return was.kind === item.kind && (item.kind === 'text' || isBound(item) ? means(was) === means(item) : true);
}

function means(item: Item): string {
  return item.kind === 'line' ? `${item.kind} ${ends(item)}` : `${item.kind} ${squeezed(wordsIn(item)?.text ?? '')}`;
}

function ends(line: LineItem): string {
  return `${line.arrow ? '>' : '-'} ${line.from ?? ''} ${line.to ?? ''}`;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}
