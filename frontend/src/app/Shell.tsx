import { Suspense, type ReactNode } from 'react';
import { Link, NavLink, Outlet } from 'react-router';
import { useMessages } from '../shared/text/useMessages';
import { AccountMenu } from './AccountMenu';
import { ConnectionNotice } from './ConnectionNotice';
import { Logo } from './Logo';
import { PAGES } from './navigation';
import styles from './Shell.module.css';
import { ThemeMenu } from './ThemeMenu';

/** What is around every page. */
export function Shell(): ReactNode {
  const text = useMessages();
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
          {PAGES.length > 1 &&
            PAGES.map((page) => (
              <NavLink key={page.path} to={page.path} end={page.path === '/'} className={styles.page ?? ''}>
                {page.label(text)}
              </NavLink>
            ))}
        </nav>
        <ConnectionNotice />
        <ThemeMenu />
        <AccountMenu />
      </header>
      <main id="content" className={styles.content} tabIndex={-1}>
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}
