import { describe, expect, it } from 'vitest';
import { anArrow, drawn } from '../../../shared/testing/canvases';
import { middleOfLine, strokeOf } from './arrows';
import { docked } from './docking';
import { itemsOf, type LineItem } from './item';

const lineOf = (points: number[]): LineItem => itemsOf([anArrow('l', 10, 10, points)])[0] as LineItem;

describe('an arrow', () => {
  it('has its point where it ends, and a shaft that does not stick out of it', () => {
    const { shaft, head } = strokeOf(lineOf([0, 0, 0, 100]));

    expect(head?.[0]).toEqual({ x: 10, y: 110 });
    expect(head?.map(({ y }) => y)).toEqual([110, 98, 98]);
    expect(shaft.at(-1)?.y).toBeCloseTo(110 - 12 * 0.7);
  });

  it('that is short has a short head', () => {
    expect(strokeOf(lineOf([0, 0, 0, 5])).head?.[1].y).toBe(10);
  });

  it('needs two places: one that goes nowhere has no head', () => {
    expect(strokeOf(lineOf([0, 0, 0, 0])).head).toBeNull();
  });

  it('has its words at the middle of its middle stretch', () => {
    expect(middleOfLine(lineOf([0, 0, 0, 40, 80, 40, 80, 90]).points)).toEqual({ x: 50, y: 50 });
  });

  it('that is bound to the box of a heart is led on to the heart', () => {
    const heart = drawn('h', 'heart', { x: 0, y: 0, width: 100, height: 100 });
    const items = itemsOf([heart, anArrow('l', 50, -80, [0, 0, 0, 80], undefined, 'h')]);

    const line = docked(items)[1] as LineItem;

    expect(line.points.at(-1)?.x).toBeCloseTo(50);
    expect(line.points.at(-1)?.y).toBeCloseTo(20);
  });
});
