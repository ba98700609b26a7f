/** Of the browser, what a connection must know. */
export interface Surroundings {
  isOnline(): boolean;
  isHidden(): boolean;
  /** Calls back whenever one of the two may have changed; returns how to stop that. */
  watch(changed: () => void): () => void;
  random(): number;
}

export const browser: Surroundings = {
  isOnline: () => navigator.onLine,
  isHidden: () => document.visibilityState === 'hidden',
  watch(changed) {
    window.addEventListener('online', changed);
    window.addEventListener('offline', changed);
    document.addEventListener('visibilitychange', changed);
    return () => {
      window.removeEventListener('online', changed);
      window.removeEventListener('offline', changed);
      document.removeEventListener('visibilitychange', changed);
    };
  },
  random: Math.random,
};
