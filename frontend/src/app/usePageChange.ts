import { useEffect, useRef, type RefObject } from 'react';
import { useLocation } from 'react-router';

/**
 * After another page was opened its content has the focus and is seen from the top, as if the browser had
 * loaded it. What changes the address within a page, such as filters or the next canvas, moves nothing.
 */
export function usePageChange(content: RefObject<HTMLElement | null>, title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
  const page = pageOf(useLocation().pathname);
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current !== page) {
      shown.current = page;
      content.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
  }, [page, content]);
}

/** The studio is one page, whatever canvas it shows. */
function pageOf(path: string): string {
  return path === '/' || path.startsWith('/studio/') ? '/' : path;
}

/** The entry of the navigation that a page belongs to. */
export function isWithin(entry: string, path: string): boolean {
  return entry === '/' ? pageOf(path) === '/' : path === entry || path.startsWith(`${entry}/`);
}
