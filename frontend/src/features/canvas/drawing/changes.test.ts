import { describe, expect, it } from 'vitest';
import { aBox, anArrow, aText, twoSteps } from '../../../shared/testing/canvases';
import { changesBetween, isUnchanged } from './changes';
import { itemsOf } from './item';

const ids = (items: { id: string }[]) => items.map(({ id }) => id);

describe('what has changed', () => {
  it('is nothing where everything is the same', () => {
    expect(isUnchanged(changesBetween(itemsOf(twoSteps()), itemsOf(twoSteps())))).toBe(true);
  });

  it('is told by shapes, and by what lines connect, though their numbers have shifted', () => {
    const before = itemsOf([
      aBox('a', 0, 0),
      aBox('b', 0, 100),
      aBox('c', 0, 200),
      anArrow('line:1', 50, 40, [0, 0, 0, 60], 'a', 'b'),
      anArrow('line:2', 50, 140, [0, 0, 0, 60], 'b', 'c'),
    ]);
    const after = itemsOf([
      aBox('a', 0, 0),
      aBox('new', 0, 100),
      aBox('b', 0, 200),
      anArrow('line:1', 50, 40, [0, 0, 0, 60], 'a', 'new'),
      anArrow('line:2', 50, 140, [0, 0, 0, 60], 'new', 'b'),
    ]);

    const changes = changesBetween(before, after);

    expect(ids(changes.added)).toEqual(['new', 'line:1', 'line:2']);
    expect(ids(changes.removed)).toEqual(['c', 'line:1', 'line:2']);
    expect(ids(changes.moved)).toEqual(['b']);
    expect(changes.reworded).toEqual([]);
  });

  it('does not take a word for another one that has its number now', () => {
    const before = itemsOf([aText('text:1', 0, 0, 'yes'), aText('text:2', 0, 50, 'no')]);
    const after = itemsOf([aText('text:1', 0, 50, 'no')]);

    const changes = changesBetween(before, after);

    expect(changes.removed.map(({ id }) => id)).toEqual(['text:1']);
    expect(isUnchanged({ ...changes, removed: [] })).toBe(true);
  });

  it('is what says something else, however its lines are broken', () => {
    const changes = changesBetween(
      itemsOf([aBox('a', 0, 0, 'Ask for\ne-mail'), aBox('b', 0, 100, 'Send it')]),
      itemsOf([aBox('a', 0, 0, 'Ask\nfor e-mail'), aBox('b', 0, 100, 'Send mail')]),
    );

    expect(ids(changes.reworded)).toEqual(['b']);
  });
});
