import { useEffect, useRef, useState } from 'react';
import type { Item } from '../drawing/item';
import { atRest, NOTHING, sceneAt, settling, type Scene } from '../drawing/settling';

/**
 * The scene that shows the items, on its way there frame by frame.
 *
 * @param isStill shows them at once: something is being dragged, or motion is not wanted
 * @param startsAtRest the first of them need not appear one by one
 */
export function useScene(items: readonly Item[], isStill: boolean, startsAtRest: boolean): Scene {
  const [scene, setScene] = useState<Scene>(NOTHING);
  const seen = useRef<Scene>(NOTHING);

  useEffect(() => {
    if (isStill) {
      seen.current = atRest(items);
      // A frame of its own: what follows a drag starts from where the drag has ended.
      const frame = requestAnimationFrame(() => setScene(seen.current));
      return () => cancelAnimationFrame(frame);
    }
    const isFirst = startsAtRest && seen.current.sprites.length === 0;
    const move = settling(isFirst ? atRest(items) : seen.current, items, performance.now());
    let frame = 0;
    const step = (now: number): void => {
      seen.current = sceneAt(move, now);
      setScene(seen.current);
      if (now < move.end) {
        frame = requestAnimationFrame(step);
      }
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [items, isStill, startsAtRest]);

  return isStill ? atRest(items) : scene;
}
