import { useEffect, useRef, type ReactNode } from 'react';
import styles from './SelectBox.module.css';

interface SelectBoxProps {
  label: string;
  checked: boolean;
  /** Not all, but some of what it stands for. */
  some?: boolean;
  onChange: () => void;
}

export function SelectBox({ label, checked, some = false, onChange }: SelectBoxProps): ReactNode {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) {
      box.current.indeterminate = some;
    }
  }, [some]);
  return (
    <label className={styles.around}>
      <input ref={box} type="checkbox" aria-label={label} checked={checked} onChange={onChange} />
    </label>
  );
}
