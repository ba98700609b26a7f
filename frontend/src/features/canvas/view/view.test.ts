import { describe, expect, it } from 'vitest';
import { factorOf, fitted, panned, pinched, revealing, stepped, toCanvas, toScreen, zoomed } from './view';

const size = { width: 800, height: 600 };
const sheet = { left: -100, top: 0, right: 1500, bottom: 400 };

describe('the view', () => {
  it('that fits shows all of the sheet in the middle', () => {
    const view = fitted(sheet, size, 20);

    expect(toScreen(view, { x: -100, y: 200 })).toEqual({ x: 20, y: 300 });
    expect(toScreen(view, { x: 1500, y: 200 })).toEqual({ x: 780, y: 300 });
  });

  it('does not blow up a small sheet', () => {
    expect(fitted({ left: 0, top: 0, right: 10, bottom: 10 }, size, 20).scale).toBe(1.25);
  });

  it('keeps what is under the pointer there while it zooms', () => {
    const view = { x: 13, y: 7, scale: 0.8 };
    const at = { x: 300, y: 200 };

    expect(toCanvas(zoomed(view, 1.7, at), at).x).toBeCloseTo(toCanvas(view, at).x);
    expect(toCanvas(zoomed(view, 1.7, at), at).y).toBeCloseTo(toCanvas(view, at).y);
  });

  it('has an end in both directions', () => {
    const view = { x: 0, y: 0, scale: 1 };

    expect(zoomed(view, 1e9, { x: 0, y: 0 }).scale).toBe(8);
    expect(zoomed(view, 1e-9, { x: 0, y: 0 }).scale).toBe(0.05);
  });

  it('is the same after a step in and a step out', () => {
    const view = { x: 10, y: 20, scale: 1 };
    const back = stepped(stepped(view, 1, size), -1, size);

    expect(back.scale).toBeCloseTo(1);
    expect(back.x).toBeCloseTo(10);
  });

  it('follows two fingers: what was under each stays under it', () => {
    const view = { x: 0, y: 0, scale: 1 };
    const moved = pinched(view, [{ x: 100, y: 100 }, { x: 200, y: 100 }], [{ x: 50, y: 120 }, { x: 250, y: 120 }]);

    expect(toScreen(moved, { x: 100, y: 100 })).toEqual({ x: 50, y: 120 });
    expect(toScreen(moved, { x: 200, y: 100 })).toEqual({ x: 250, y: 120 });
  });

  it('is zoomed gently, by whatever wheel', () => {
    expect(factorOf(-1000)).toBeLessThan(1.5);
    expect(factorOf(3)).toBeGreaterThan(0.9);
    expect(factorOf(-5) * factorOf(5)).toBeCloseTo(1);
  });

  it('moves no farther than it takes to show something', () => {
    const view = { x: 0, y: 0, scale: 1 };
    const box = { left: 900, top: 100, right: 1000, bottom: 140 };

    expect(revealing(view, box, size, 20)).toEqual(panned(view, -220, 0));
    expect(revealing(view, { left: 100, top: 100, right: 200, bottom: 200 }, size, 20)).toEqual(view);
  });
});
