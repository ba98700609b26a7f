import { describe, expect, it } from 'vitest';
import { aBox, anArrow, drawn, twoSteps } from '../../../shared/testing/canvases';
import { itemsOf, type Item } from '../drawing/item';
import { edited, isDone, movesOf, removalsOf } from './edits';

const items = itemsOf(twoSteps());
const of = (all: readonly Item[], id: string) => all.find((item) => item.id === id);

describe('an edit by hand', () => {
  it('moves a shape, the bound end of its line, and the words at the line', () => {
    const after = edited(items, [{ op: 'move', id: 'b', x: 80, y: 120 }]);

    expect(of(after, 'b')).toMatchObject({ x: 80, y: 120 });
    expect(of(after, 'line:1')).toMatchObject({ points: [{ x: 50, y: 40 }, { x: 130, y: 120 }] });
    expect(of(after, 'text:1')).toMatchObject({ x: 96, y: 70 });
    expect(of(after, 'a')).toBe(of(items, 'a'));
  });

  it('keeps a bent line upright and level next to the moved end', () => {
    const bent = itemsOf([
      aBox('a', 0, 0),
      aBox('b', 200, 200),
      anArrow('l', 100, 20, [0, 0, 150, 0, 150, 180], 'a', 'b'),
    ]);

    const after = edited(bent, [{ op: 'move', id: 'b', x: 230, y: 250 }]);

    expect(of(after, 'l')).toMatchObject({
      points: [{ x: 100, y: 20 }, { x: 280, y: 20 }, { x: 280, y: 250 }],
    });
  });

  it('moves a line that starts and ends at one shape as it is', () => {
    const loop = itemsOf([aBox('a', 0, 0), anArrow('l', 100, 10, [0, 0, 30, 0, 30, 20, 0, 20], 'a', 'a')]);

    expect(of(edited(loop, [{ op: 'move', id: 'a', x: 5, y: 5 }]), 'l')).toMatchObject({
      points: [{ x: 105, y: 15 }, { x: 135, y: 15 }, { x: 135, y: 35 }, { x: 105, y: 35 }],
    });
  });

  it('moves the parts of a shape with it, but not what is only named alike', () => {
    const parts = itemsOf([aBox('a', 0, 0), aBox('a:lifeline', 40, 40), aBox('a:2', 300, 0)]);

    const after = edited(parts, [{ op: 'move', id: 'a', x: 10, y: 0 }]);

    expect(of(after, 'a:lifeline')).toMatchObject({ x: 50 });
    expect(of(after, 'a:2')).toMatchObject({ x: 300 });
  });

  it('does not move a line that hangs on a shape', () => {
    expect(edited(items, [{ op: 'move', id: 'line:1', x: 0, y: 0 }])).toBe(items);
  });

  it('removes a shape with its lines and their words', () => {
    expect(edited(items, [{ op: 'remove', id: 'b' }]).map(({ id }) => id)).toEqual(['a']);
  });

  it('changes what a shape says', () => {
    expect(of(edited(items, [{ op: 'relabel', id: 'a', text: 'Begin' }]), 'a')).toMatchObject({
      words: { text: 'Begin', size: 16 },
    });
  });

  it('is recognised on a canvas where it was made', () => {
    const move = { op: 'move', id: 'b', x: 80, y: 120 } as const;

    expect(isDone(move, items)).toBe(false);
    expect(isDone(move, edited(items, [move]))).toBe(true);
    expect(isDone({ op: 'remove', id: 'gone' }, items)).toBe(true);
  });
});

describe('edits of what is selected', () => {
  it('leave every selected object where the hand has put it', () => {
    const all = new Set(items.map(({ id }) => id));

    const after = edited(items, movesOf(items, all, 30, 40));

    expect(of(after, 'a')).toMatchObject({ x: 30, y: 40 });
    expect(of(after, 'b')).toMatchObject({ x: 30, y: 140 });
    expect(of(after, 'text:1')).toMatchObject({ x: 86, y: 100 });
    expect(of(after, 'line:1')).toMatchObject({ points: [{ x: 80, y: 80 }, { x: 80, y: 140 }] });
  });

  it('do not remove twice what goes along with something else', () => {
    expect(removalsOf(items, new Set(['a', 'line:1', 'text:1']))).toEqual([{ op: 'remove', id: 'line:1' }, { op: 'remove', id: 'a' }]);
  });

  it('place a circle by its centre', () => {
    const circle = itemsOf([drawn('c', 'circle', { x: 50, y: 50, radius: 20 })]);

    expect(movesOf(circle, new Set(['c']), 5, 0)).toEqual([{ op: 'move', id: 'c', x: 55, y: 50 }]);
  });
});
