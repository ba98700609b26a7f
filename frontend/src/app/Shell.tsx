import { Suspense, useRef, type ReactNode } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { useMessages } from '../shared/text/useMessages';
import { AccountMenu } from './AccountMenu';
import { ConnectionNotice } from './ConnectionNotice';
import { Logo } from './Logo';
import { PAGES } from './navigation';
import styles from './Shell.module.css';
import { useSignedIn } from './signedIn';
import { ThemeMenu } from './ThemeMenu';
import { isWithin, usePageChange } from './usePageChange';

/** What is around every page. */
export function Shell(): ReactNode {
  const text = useMessages();
  const { user } = useSignedIn();
  const { pathname } = useLocation();
  const content = useRef<HTMLElement>(null);
  const pages = PAGES.filter((page) => page.forAdmin !== true || user.isAdmin);
  const here = pages.find((page) => isWithin(page.path, pathname));
  usePageChange(content, here === undefined ? text.product : `${here.label(text)} · ${text.product}`);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {text.shell.skip}
      </a>
      <header className={styles.header}>
        <Link to="/" className={styles.brand}>
          <Logo />
          {text.product}
        </Link>
        <nav aria-label={text.shell.nav} className={styles.nav}>
          {pages.map((page) => (
            <Link
              key={page.path}
              to={page.path}
              aria-current={page === here ? (page.path === pathname ? 'page' : 'true') : undefined}
              className={styles.page ?? ''}
            >
              {page.label(text)}
            </Link>
          ))}
        </nav>
        <ConnectionNotice />
        <ThemeMenu />
        <AccountMenu />
      </header>
      <main id="content" ref={content} className={styles.content} tabIndex={-1}>
        <Suspense fallback={<p className="sr-only">{text.shell.loadingPage}</p>}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}
