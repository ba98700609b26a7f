import { describe, expect, it } from 'vitest';
import { aBox, anArrow, drawn } from '../../../shared/testing/canvases';
import { hitAt, within } from './hit';
import { itemsOf } from './item';

const at = (objects: Parameters<typeof itemsOf>[0], x: number, y: number, reach = 4) =>
  hitAt(itemsOf(objects), { x, y }, reach)?.id ?? null;

describe('what is under a pointer', () => {
  it('is the uppermost of those that overlap', () => {
    const objects = [aBox('below', 0, 0), aBox('above', 50, 0)];

    expect(at(objects, 75, 20)).toBe('above');
    expect(at(objects, 25, 20)).toBe('below');
    expect(at(objects, 300, 20)).toBeNull();
  });

  it('is the inner one where a frame lies above what it frames', () => {
    const frame = drawn('frame', 'rectangle', { x: -50, y: -50, width: 300, height: 200 });

    expect(at([aBox('inner', 0, 0), frame], 50, 20)).toBe('inner');
    expect(at([aBox('inner', 0, 0), frame], -40, -40)).toBe('frame');
  });

  it('follows the outline, not the box around it', () => {
    const shape = { x: 0, y: 0, width: 100, height: 100 };

    expect(at([drawn('d', 'diamond', shape)], 50, 50)).toBe('d');
    expect(at([drawn('d', 'diamond', shape)], 8, 8)).toBeNull();
    expect(at([drawn('s', 'star', shape)], 50, 5)).toBe('s');
    expect(at([drawn('s', 'star', shape)], 5, 95)).toBeNull();
    expect(at([drawn('h', 'heart', shape)], 50, 60)).toBe('h');
    expect(at([drawn('h', 'heart', shape)], 4, 96)).toBeNull();
    expect(at([drawn('c', 'circle', { x: 50, y: 50, radius: 50 })], 8, 8, 0)).toBeNull();
  });

  it('can be a line that is missed by a little', () => {
    const line = anArrow('l', 0, 0, [0, 0, 100, 0, 100, 100]);

    expect(at([line], 50, 4)).toBe('l');
    expect(at([line], 104, 50)).toBe('l');
    expect(at([line], 50, 30)).toBeNull();
    expect(at([line], 50, 30, 40)).toBe('l');
  });
});

describe('a rubber band', () => {
  it('takes what lies wholly within it', () => {
    const items = itemsOf([aBox('in', 10, 10), aBox('half', 60, 10)]);

    expect(within(items, { left: 0, top: 0, right: 120, bottom: 60 }).map(({ id }) => id)).toEqual(['in']);
  });
});
