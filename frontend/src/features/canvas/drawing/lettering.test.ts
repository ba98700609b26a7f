import { describe, expect, it } from 'vitest';
import { setLines, wrapped } from './lettering';

const tenEach = (line: string) => line.length * 10;

describe('words in a shape', () => {
  it('stand around its middle, line under line', () => {
    const lines = setLines({ text: 'one\ntwo', size: 10, color: '#000000' }, 100);

    expect(lines.map(({ line }) => line)).toEqual(['one', 'two']);
    expect(lines.map(({ baseline }) => baseline)).toEqual([97.25, 109.75]);
  });

  it('are broken where a line is too wide, and only there', () => {
    expect(wrapped('a short\none', 200, tenEach)).toBe('a short\none');
    expect(wrapped('check the stock of it', 110, tenEach)).toBe('check the\nstock of it');
    expect(wrapped('Donaudampfschifffahrt', 50, tenEach)).toBe('Donaudampfschifffahrt');
  });
});
