import { useEffect, useState } from 'react';
import type { ApiError } from '../../shared/api/errors';
import { isAbort } from '../../shared/api/errors';
import { useAtelier } from '../../shared/atelier/AtelierProvider';
import { asApiError } from '../../shared/atelier/useAsked';
import { fetchPicture } from './fetchPicture';

export interface Picture {
  canvasId: string;
  /** An address within this page, or what went wrong. */
  url: string | null;
  error: ApiError | null;
}

/** A canvas as a picture that an `<img>` shows: the token that it takes cannot go into an address. */
export function usePicture(canvasId: string | null): Picture | null {
  const { api } = useAtelier();
  const [picture, setPicture] = useState<Picture | null>(null);

  useEffect(() => {
    if (canvasId === null) {
      return;
    }
    const unwanted = new AbortController();
    let url: string | null = null;
    fetchPicture(api, canvasId, unwanted.signal).then(
      (blob) => {
        if (!unwanted.signal.aborted) {
          url = URL.createObjectURL(blob);
          setPicture({ canvasId, url, error: null });
        }
      },
      (cause: unknown) => {
        if (!isAbort(cause) && !unwanted.signal.aborted) {
          setPicture({ canvasId, url: null, error: asApiError(cause) });
        }
      },
    );
    return () => {
      unwanted.abort();
      if (url !== null) {
        URL.revokeObjectURL(url);
      }
    };
  }, [api, canvasId]);

  return picture?.canvasId === canvasId ? picture : null;
}
