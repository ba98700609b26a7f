import type { KeyboardEvent } from 'react';
import type { Spot } from './drawing/item';
import { walkOf, type Reading } from './drawing/reading';
import type { Choosing } from './useChoosing';
import type { Working } from './useWorking';
import type { Looking } from './view/useView';

/** Canvas units per press of an arrow key; with Shift. */
const NUDGE = 5;
const FAR_NUDGE = 25;

const ARROWS: Partial<Record<string, Spot>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

interface Keyboard {
  readings: readonly Reading[];
  choosing: Choosing;
  working: Working;
  looking: Looking;
  /** Goes to an object: shows it, and says what it is. */
  goTo: (id: string) => void;
  onRemove: () => void;
}

/**
 * Keys on the canvas itself. With nothing selected Tab leaves the canvas as anything else, so nobody
 * is caught in it; with an object selected it walks on, and behind the last one it leaves too.
 */
export function useKeys({ readings, choosing, working, looking, goTo, onRemove }: Keyboard) {
  const way = walkOf(readings);
  const last = [...choosing.chosen].at(-1);

  const walk = (step: 1 | -1): boolean => {
    const next = way[last === undefined ? (step === 1 ? 0 : way.length - 1) : way.indexOf(last) + step];
    if (next === undefined) {
      choosing.none();
      return false;
    }
    goTo(next);
    return true;
  };

  const arrow = (by: Spot, isFar: boolean): void => {
    if (last === undefined) {
      walk(by.x + by.y > 0 ? 1 : -1);
    } else {
      const length = isFar ? FAR_NUDGE : NUDGE;
      working.nudge(by.x * length, by.y * length);
    }
  };

  const act = (event: KeyboardEvent): boolean => {
    const by = ARROWS[event.key];
    if (by !== undefined) {
      arrow(by, event.shiftKey);
      return true;
    }
    switch (event.key) {
      case 'Tab':
        return last !== undefined && walk(event.shiftKey ? -1 : 1);
      case 'Enter':
      case 'F2':
        working.write();
        return true;
      case 'Delete':
      case 'Backspace':
        onRemove();
        return true;
      case 'Escape':
        choosing.none();
        return last !== undefined;
      case '+':
      case '=':
        looking.step(1);
        return true;
      case '-':
        looking.step(-1);
        return true;
      case '0':
        looking.fit();
        return true;
      case '1':
        looking.actualSize();
        return true;
      case ' ':
        return true;
      default:
        return false;
    }
  };

  return (event: KeyboardEvent): void => {
    const isCommand = event.ctrlKey || event.metaKey || event.altKey;
    if (isCommand && event.key.toLowerCase() === 'a' && !event.altKey) {
      event.preventDefault();
      choosing.chooseAll(way, false);
    } else if (!isCommand && act(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}
