import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { useMessages } from '../../shared/text/useMessages';
import styles from './TargetChoice.module.css';

/** Whether the wish is for the canvas that is open, or for another one. */
export type Target = 'change' | 'new';

export function TargetChoice({ value, onChange }: { value: Target; onChange: (target: Target) => void }): ReactNode {
  const text = useMessages().panel;
  return (
    <RadioGroup.Root
      className={styles.group}
      aria-label={text.target}
      value={value}
      onValueChange={(chosen) => onChange(chosen as Target)}
      orientation="horizontal"
    >
      <RadioGroup.Item value="change" className={styles.choice}>
        {text.changeThis}
      </RadioGroup.Item>
      <RadioGroup.Item value="new" className={styles.choice}>
        {text.newCanvas}
      </RadioGroup.Item>
    </RadioGroup.Root>
  );
}
