import type { ReactNode } from 'react';
import { exact, relative } from '../text/times';

/** A moment, relative to now; exactly for whoever points at it. */
export function When({ at, now }: { at: string; now: number }): ReactNode {
  return (
    <time dateTime={at} title={exact(at)}>
      {relative(at, now)}
    </time>
  );
}
