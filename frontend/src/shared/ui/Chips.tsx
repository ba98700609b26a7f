import { useId, type ReactNode } from 'react';
import styles from './Chips.module.css';

interface ChipsProps<T extends string> {
  label: string;
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
  choices: { value: T; label: ReactNode }[];
}

/** Several of a few, each pressed or not. */
export function Chips<T extends string>({ label, chosen, onChange, choices }: ChipsProps<T>): ReactNode {
  const id = useId();
  return (
    <div className={styles.field}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <div role="group" aria-labelledby={id} className={styles.chips}>
        {choices.map((choice) => {
          const pressed = chosen.includes(choice.value);
          return (
            <button
              key={choice.value}
              type="button"
              className={styles.chip}
              aria-pressed={pressed}
              onClick={() =>
                onChange(pressed ? chosen.filter((one) => one !== choice.value) : [...chosen, choice.value])
              }
            >
              {choice.label}
            </button>
          );
        })}
      </div>
    </div>
  );
}
