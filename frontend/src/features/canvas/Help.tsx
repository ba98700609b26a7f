import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import { useMessages } from '../../shared/text/useMessages';
import { IconButton } from '../../shared/ui/Button';
import { HelpIcon } from '../../shared/ui/icons';
import styles from './Help.module.css';

/** Which keys and gestures do what. */
export function Help(): ReactNode {
  const text = useMessages().canvas;
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton label={text.help}>
          <HelpIcon />
        </IconButton>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={styles.help} align="end" sideOffset={6} collisionPadding={8} aria-label={text.help}>
          <dl>
            {text.keys.map(([keys, does]) => (
              <div key={keys}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
