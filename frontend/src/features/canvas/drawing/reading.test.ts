import { describe, expect, it } from 'vitest';
import { aBox, anArrow, aText, twoSteps } from '../../../shared/testing/canvases';
import { itemsOf } from './item';
import { readingOf, walkOf } from './reading';

describe('a drawing as text', () => {
  it('tells what each object says and where it leads, from top to bottom', () => {
    const readings = readingOf(itemsOf(twoSteps()));

    expect(readings.map(({ words }) => words)).toEqual(['Start', 'yes', 'Check password']);
    expect(readings[0]?.links).toEqual([{ line: 'line:1', to: 'Check password', words: 'yes' }]);
  });

  it('reads a row from left to right', () => {
    const items = itemsOf([aBox('right', 300, 2), aBox('left', 0, 0), aText('middle', 150, 10, 'then')]);

    expect(readingOf(items).map(({ id }) => id)).toEqual(['left', 'middle', 'right']);
  });

  it('tells of lines that hang on nothing', () => {
    expect(readingOf(itemsOf([anArrow('free', 0, 0, [0, 0, 10, 10])])).map(({ id }) => id)).toEqual(['free']);
  });

  it('is walked through by shapes, each with its lines, all of them once', () => {
    expect(walkOf(readingOf(itemsOf(twoSteps())))).toEqual(['a', 'line:1', 'text:1', 'b']);
  });
});
