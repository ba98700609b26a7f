import { useEffect, useState } from 'react';

const SECOND_MS = 1_000;

/** The time, every second while it is wanted. */
export function useNow(wanted: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!wanted) {
      return;
    }
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, [wanted]);
  return now;
}
