import { useId, useState, type ReactNode } from 'react';
import styles from './SelectField.module.css';

interface FilterFieldProps {
  label: string;
  value: string;
  placeholder: string;
  maxLength: number;
  onChange: (value: string) => void;
}

/** A text that something is looked for by: it counts once it is whole, by Enter or on leaving it. */
export function FilterField({ label, value, placeholder, maxLength, onChange }: FilterFieldProps): ReactNode {
  const id = useId();
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  const use = () => {
    if (text.trim() !== value) {
      onChange(text.trim());
    }
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        value={text}
        placeholder={placeholder}
        maxLength={maxLength}
        onChange={(event) => setText(event.target.value)}
        onBlur={use}
        onKeyDown={(event) => event.key === 'Enter' && use()}
      />
    </div>
  );
}
