import { fireEvent, render, screen } from '@testing-library/react';
import { useRef, type ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aBox } from '../../../shared/testing/canvases';
import { itemsOf } from '../drawing/item';
import { usePointers, type Hands } from './usePointers';

const [box] = itemsOf([aBox('a', 0, 0)]);
let hands: { [Name in keyof Hands]: ReturnType<typeof vi.fn<Hands[Name]>> };

beforeEach(() => {
  hands = {
    hit: vi.fn<Hands['hit']>((at) => (at.x < 100 ? box! : null)),
    isChosen: vi.fn<Hands['isChosen']>(() => false),
    choose: vi.fn<Hands['choose']>(),
    chooseNone: vi.fn<Hands['chooseNone']>(),
    band: vi.fn<Hands['band']>(),
    bandDone: vi.fn<Hands['bandDone']>(),
    dragBy: vi.fn<Hands['dragBy']>(),
    dragDone: vi.fn<Hands['dragDone']>(),
    dropped: vi.fn<Hands['dropped']>(),
    pan: vi.fn<Hands['pan']>(),
    zoom: vi.fn<Hands['zoom']>(),
    pinch: vi.fn<Hands['pinch']>(),
  };
  render(<Desk />);
  surface().setPointerCapture = vi.fn();
});

function Desk(): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  const { handlers, cancel } = usePointers(ref, hands, useRef(false));
  return (
    <>
      <div ref={ref} data-testid="surface" {...handlers} />
      <button type="button" onClick={cancel}>
        Cancel
      </button>
    </>
  );
}

const surface = () => screen.getByTestId('surface');
const at = (x: number, y: number, more: object = {}) => ({ clientX: x, clientY: y, pointerId: 1, pointerType: 'mouse', ...more });
const down = (...place: Parameters<typeof at>) => fireEvent.pointerDown(surface(), at(...place));
const move = (...place: Parameters<typeof at>) => fireEvent.pointerMove(surface(), at(...place));
const up = (...place: Parameters<typeof at>) => fireEvent.pointerUp(surface(), at(...place));

describe('hands on the canvas', () => {
  it('choose what they press, and drag it once they have left its place', () => {
    down(50, 50);
    move(51, 51);
    expect(hands.choose).toHaveBeenCalledWith('a', false);
    expect(hands.dragBy).not.toHaveBeenCalled();

    move(70, 60);
    up(70, 60);
    expect(hands.dragBy).toHaveBeenLastCalledWith(20, 10);
    expect(hands.dragDone).toHaveBeenCalledOnce();
  });

  it('drop what they drag when that is called off, though the button is still down', () => {
    down(50, 50);
    move(70, 60);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    move(90, 60);
    up(90, 60);

    expect(hands.dropped).toHaveBeenCalledOnce();
    expect(hands.dragBy).toHaveBeenCalledOnce();
    expect(hands.dragDone).not.toHaveBeenCalled();
  });

  it('move the view on empty paper, and let go of what is selected by a mere click', () => {
    down(200, 50);
    move(230, 40);
    up(230, 40);
    expect(hands.pan).toHaveBeenCalledWith(30, -10);
    expect(hands.chooseNone).not.toHaveBeenCalled();

    down(200, 50);
    up(200, 50);
    expect(hands.chooseNone).toHaveBeenCalledOnce();
  });

  it('draw a band with Shift', () => {
    down(200, 50, { shiftKey: true });
    move(300, 90);
    up(300, 90);

    expect(hands.band).toHaveBeenCalledWith({ x: 200, y: 50 }, { x: 300, y: 90 });
    expect(hands.bandDone).toHaveBeenCalledOnce();
  });

  it('zoom with two fingers, and drop what one of them was dragging', () => {
    const finger = (pointerId: number) => ({ pointerId, pointerType: 'touch' });
    down(50, 50, finger(1));
    move(70, 50, finger(1));
    down(200, 50, finger(2));
    move(240, 50, finger(2));

    expect(hands.dropped).toHaveBeenCalledOnce();
    expect(hands.pinch).toHaveBeenCalledWith(
      [{ x: 70, y: 50 }, { x: 200, y: 50 }],
      [{ x: 70, y: 50 }, { x: 240, y: 50 }],
    );
  });

  it('turn the wheel to move the view, with Ctrl to zoom it', () => {
    fireEvent.wheel(surface(), { deltaX: 4, deltaY: 30 });
    fireEvent.wheel(surface(), { deltaY: -10, ctrlKey: true, clientX: 5, clientY: 6 });

    expect(hands.pan).toHaveBeenCalledWith(-4, -30);
    expect(hands.zoom).toHaveBeenCalledWith(expect.closeTo(1.105, 3), { x: 5, y: 6 });
  });
});
