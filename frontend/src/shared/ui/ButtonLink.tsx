import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './Button.module.css';
import { classes } from './classes';

interface ButtonLinkProps {
  to: string;
  look?: 'primary' | 'secondary';
  children: ReactNode;
}

/** Leads elsewhere, and is as important as a button. */
export function ButtonLink({ to, look = 'secondary', children }: ButtonLinkProps): ReactNode {
  return (
    <Link to={to} className={classes(styles.button, styles[look], styles.small, styles.link)}>
      {children}
    </Link>
  );
}
