import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ApiError } from '../../../shared/api/errors';
import type { Atelier } from '../../../shared/atelier/atelier';
import { useAtelier } from '../../../shared/atelier/AtelierProvider';
import { useAsked } from '../../../shared/atelier/useAsked';
import { NOT_LOADED, type Editing } from './editing';
import { CanvasSession, isUnkept } from './session';

const sessions = new WeakMap<Atelier, Map<string, CanvasSession>>();

/** The session of a canvas: one per page, so that coming back finds its steps again. */
function sessionOf(atelier: Atelier, canvasId: string): CanvasSession {
  const known = sessions.get(atelier) ?? new Map<string, CanvasSession>();
  sessions.set(atelier, known);
  const session = known.get(canvasId) ?? new CanvasSession(atelier.api, canvasId);
  known.set(canvasId, session);
  return session;
}

export interface OpenCanvas {
  session: CanvasSession | null;
  editing: Editing;
  error: ApiError | null;
  refresh: () => void;
}

/**
 * A canvas to be edited. It is looked at again when the page comes to the front, and whenever
 * `occasion` changes: it may have been changed elsewhere.
 */
export function useSession(canvasId: string | null, occasion: string): OpenCanvas {
  const atelier = useAtelier();
  const session = useMemo(() => (canvasId === null ? null : sessionOf(atelier, canvasId)), [atelier, canvasId]);
  const editing = useSyncExternalStore(
    useCallback((listener) => session?.subscribe(listener) ?? (() => undefined), [session]),
    () => session?.state() ?? NOT_LOADED,
  );
  const load = useMemo(
    () => (session === null || occasion === '' ? null : () => session.load()),
    [session, occasion],
  );
  const asked = useAsked(load);

  useEffect(() => {
    if (session === null) {
      return;
    }
    const look = (): void => {
      if (document.visibilityState === 'visible') {
        session.load().catch(() => undefined);
      }
    };
    const warn = (event: BeforeUnloadEvent): void => {
      if (isUnkept(session)) {
        event.preventDefault();
      }
    };
    document.addEventListener('visibilitychange', look);
    window.addEventListener('beforeunload', warn);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('beforeunload', warn);
    };
  }, [session]);

  return { session, editing, error: asked.error, refresh: asked.refresh };
}
