import { RadioGroup } from 'radix-ui';
import { useId, type ReactNode } from 'react';
import styles from './ChoiceGroup.module.css';

interface ChoiceGroupProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  choices: { value: T; label: string; picture: ReactNode }[];
  disabled?: boolean;
}

/** A few choices side by side, each with a picture; one is always taken. */
export function ChoiceGroup<T extends string>({
  label,
  value,
  onChange,
  choices,
  disabled = false,
}: ChoiceGroupProps<T>): ReactNode {
  const id = useId();
  return (
    <div>
      <div className={styles.label} id={id}>
        {label}
      </div>
      <RadioGroup.Root
        className={styles.group}
        aria-labelledby={id}
        value={value}
        onValueChange={(chosen) => onChange(chosen as T)}
        disabled={disabled}
        orientation="horizontal"
      >
        {choices.map((choice) => (
          <RadioGroup.Item key={choice.value} value={choice.value} className={styles.choice}>
            <span className={styles.picture}>{choice.picture}</span>
            {choice.label}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
