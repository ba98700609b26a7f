import { describe, expect, it } from 'vitest';
import { aBox, anArrow } from '../../../shared/testing/canvases';
import { itemsOf } from './item';
import { atRest, NOTHING, sceneAt, settling } from './settling';

const two = itemsOf([aBox('a', 0, 0), aBox('b', 0, 100)]);

describe('a drawing that settles', () => {
  it('lets new objects appear one after the other, from the top', () => {
    const move = settling(NOTHING, two.toReversed(), 0);
    const [b, a] = sceneAt(move, 60).sprites;

    expect(a!.opacity).toBeGreaterThan(b!.opacity);
    expect(a!.scale).toBeLessThan(1);
    expect(sceneAt(move, move.end)).toEqual(atRest(two.toReversed()));
  });

  it('lets objects glide to their new places, and the paper grow with them', () => {
    const to = itemsOf([aBox('a', 0, 0), aBox('b', 200, 100)]);
    const move = settling(atRest(two), to, 0);

    const midway = sceneAt(move, 100);
    const b = midway.sprites[1]!.item;

    expect(b.kind === 'box' && b.x > 0 && b.x < 200).toBe(true);
    expect(midway.sheet!.right).toBeGreaterThan(atRest(two).sheet!.right);
    expect(midway.sheet!.right).toBeLessThan(atRest(to).sheet!.right);
    expect(sceneAt(move, move.end).sprites.map(({ item }) => item)).toEqual(to);
  });

  it('lets what is gone fade, apart from what has its id now', () => {
    const before = itemsOf([anArrow('line:1', 0, 0, [0, 0, 9, 9], 'a', 'b')]);
    const after = itemsOf([anArrow('line:1', 0, 0, [0, 0, 9, 9], 'a', 'c')]);

    const { sprites } = sceneAt(settling(atRest(before), after, 0), 30);

    expect(sprites.map(({ leaving }) => leaving === true)).toEqual([true, false]);
  });

  it('goes on from where it is when something else comes in between', () => {
    const first = settling(atRest(two), itemsOf([aBox('a', 0, 0), aBox('b', 200, 100)]), 0);
    const midway = sceneAt(first, 100);

    const start = sceneAt(settling(midway, two, 100), 100);

    expect(start.sprites[1]!.item).toMatchObject({ x: (midway.sprites[1]!.item as { x: number }).x });
  });

  it('leaves what rests untouched, so that it is not drawn anew', () => {
    const to = [two[0]!, ...itemsOf([aBox('b', 200, 100)])];

    const scene = sceneAt(settling(atRest(two), to, 0), 100);

    expect(scene.sprites[0]).toBe(atRest(two).sprites[0]);
  });
});
