import { useEffect, useRef, type PointerEvent, type RefObject } from 'react';
import type { Item, Spot } from '../drawing/item';
import { factorOf } from './view';

/** What hands do to a canvas. Places are pixels from the surface's corner. */
export interface Hands {
  hit: (at: Spot, isTouch: boolean) => Item | null;
  isChosen: (id: string) => boolean;
  /** Alone, or in addition to what is chosen already. */
  choose: (id: string, isMore: boolean) => void;
  chooseNone: () => void;
  band: (from: Spot, to: Spot) => void;
  bandDone: (isMore: boolean) => void;
  dragBy: (dx: number, dy: number) => void;
  dragDone: () => void;
  dropped: () => void;
  pan: (dx: number, dy: number) => void;
  zoom: (factor: number, at: Spot) => void;
  pinch: (from: [Spot, Spot], to: [Spot, Spot]) => void;
}

type Doing =
  | { what: 'nothing' }
  | { what: 'pan'; start: Spot; last: Spot; hasMoved: boolean; chooseNone: boolean }
  | { what: 'drag'; start: Spot; hasMoved: boolean; id: string; chooseAlone: boolean }
  | { what: 'band'; start: Spot; isMore: boolean }
  | { what: 'pinch' };

/** A hand is not steady; a finger less so. */
const STEADY = { mouse: 3, pen: 4, touch: 8 };
const LINE_PX = 16;

/** Turns pointers and wheels over the surface into what they mean. */
export function usePointers(surface: RefObject<HTMLElement | null>, hands: Hands, isSpaceDown: RefObject<boolean>) {
  const doing = useRef<Doing>({ what: 'nothing' });
  const fingers = useRef(new Map<number, Spot>());
  const latest = useRef(hands);
  useEffect(() => {
    latest.current = hands;
  });

  useEffect(() => {
    const element = surface.current;
    if (element === null) {
      return;
    }
    // React listens passively, and the page would be zoomed instead.
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
      if (event.ctrlKey || event.metaKey) {
        latest.current.zoom(factorOf(event.deltaY * unit), placeOf(event, element));
      } else {
        latest.current.pan(-event.deltaX * unit, -event.deltaY * unit);
      }
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [surface]);

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    const at = placeOf(event, event.currentTarget);
    fingers.current.set(event.pointerId, at);
    event.currentTarget.setPointerCapture(event.pointerId);
    if (fingers.current.size === 2) {
      if (doing.current.what === 'drag') {
        hands.dropped();
      }
      doing.current = { what: 'pinch' };
    } else if (fingers.current.size === 1 && event.button <= 1) {
      doing.current = begin(event, at);
    }
  };

  const begin = (event: PointerEvent, at: Spot): Doing => {
    const isTouch = event.pointerType === 'touch';
    const pan = { what: 'pan', start: at, last: at, hasMoved: false } as const;
    if (event.button === 1 || isSpaceDown.current) {
      return { ...pan, chooseNone: false };
    }
    const item = hands.hit(at, isTouch);
    if (item === null) {
      return event.shiftKey ? { what: 'band', start: at, isMore: event.ctrlKey } : { ...pan, chooseNone: true };
    }
    const wasChosen = hands.isChosen(item.id);
    if (event.shiftKey || !wasChosen) {
      hands.choose(item.id, event.shiftKey);
    }
    return { what: 'drag', start: at, hasMoved: false, id: item.id, chooseAlone: wasChosen && !event.shiftKey };
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const at = placeOf(event, event.currentTarget);
    const before = [...fingers.current.values()];
    if (!fingers.current.has(event.pointerId)) {
      event.currentTarget.dataset.over = hands.hit(at, false) === null ? 'paper' : 'object';
      return;
    }
    fingers.current.set(event.pointerId, at);
    const now = doing.current;
    const steady = event.pointerType in STEADY ? STEADY[event.pointerType] : STEADY.mouse;
    switch (now.what) {
      case 'pinch': {
        const after = [...fingers.current.values()];
        if (before[0] && before[1] && after[0] && after[1]) {
          hands.pinch([before[0], before[1]], [after[0], after[1]]);
        }
        break;
      }
      case 'pan':
        if (now.hasMoved || isFar(now.start, at, steady)) {
          hands.pan(at.x - now.last.x, at.y - now.last.y);
          doing.current = { ...now, last: at, hasMoved: true };
        }
        break;
      case 'drag':
        if (now.hasMoved || isFar(now.start, at, steady)) {
          hands.dragBy(at.x - now.start.x, at.y - now.start.y);
          doing.current = { ...now, hasMoved: true };
        }
        break;
      case 'band':
        hands.band(now.start, at);
        break;
      case 'nothing':
        break;
    }
  };

  const onPointerUp = (event: PointerEvent<HTMLElement>): void => {
    fingers.current.delete(event.pointerId);
    const now = doing.current;
    if (fingers.current.size > 0) {
      return;
    }
    doing.current = { what: 'nothing' };
    if (now.what === 'pan' && !now.hasMoved && now.chooseNone) {
      hands.chooseNone();
    } else if (now.what === 'drag' && now.hasMoved) {
      hands.dragDone();
    } else if (now.what === 'drag' && now.chooseAlone) {
      hands.choose(now.id, false);
    } else if (now.what === 'band') {
      hands.bandDone(now.isMore);
    }
  };

  const onPointerCancel = (event: PointerEvent<HTMLElement>): void => {
    fingers.current.delete(event.pointerId);
    cancel();
  };

  /** Whatever is being done is done no more, though the button is still down. */
  const cancel = (): void => {
    doing.current = { what: 'nothing' };
    hands.dropped();
  };

  return { handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel }, cancel };
}

function placeOf(event: { clientX: number; clientY: number }, element: Element): Spot {
  const box = element.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

function isFar(from: Spot, to: Spot, steady: number): boolean {
  return Math.hypot(to.x - from.x, to.y - from.y) > steady;
}
