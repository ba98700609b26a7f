import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { classes } from './classes';

export interface ButtonProps extends ComponentProps<'button'> {
  /** The one thing to do here, an alternative to it, something small beside text, or what cannot be undone. */
  look?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'normal' | 'small';
  /** Something is under way: the button stays focusable but does nothing. */
  busy?: boolean;
}

export function Button({
  look = 'secondary',
  size = 'normal',
  busy = false,
  className,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps): ReactNode {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={busy || undefined}
      className={classes(styles.button, styles[look], styles[size], className)}
      onClick={(event) => {
        if (busy) {
          event.preventDefault();
        } else {
          onClick?.(event);
        }
      }}
    />
  );
}

/** A button that shows a picture; `label` says in words what it does. */
export function IconButton({ label, ...rest }: ButtonProps & { label: string }): ReactNode {
  return (
    <Button look="quiet" {...rest} aria-label={label} title={label} className={classes(styles.icon, rest.className)} />
  );
}
