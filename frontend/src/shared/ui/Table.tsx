import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './Table.module.css';

/** On a phone rows are cards; browsers then forget that it is a table, so each part says what it is. */
const IS = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const;

export interface Column {
  key: string;
  label: ReactNode;
  numeric?: boolean;
}

interface TableProps {
  /** What it is a table of: heard, not seen. */
  caption: string;
  columns: Column[];
  children: ReactNode;
  className?: string | undefined;
}

/** Rows of facts; below 48 rem of width each row is a card that names its facts. */
export function Table({ caption, columns, children, className }: TableProps): ReactNode {
  return (
    <table {...IS.table} className={classes(styles.table, className)}>
      <caption className="sr-only">{caption}</caption>
      <thead {...IS.group}>
        <tr {...IS.row}>
          {columns.map(({ key, label, numeric }) => (
            <th key={key} {...IS.head} scope="col" data-column={key} className={classes(numeric && styles.numeric)}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...IS.group}>{children}</tbody>
    </table>
  );
}

export function Row({ children, selected = false }: { children: ReactNode; selected?: boolean }): ReactNode {
  return (
    <tr {...IS.row} className={classes(selected && styles.selected)}>
      {children}
    </tr>
  );
}

interface CellProps {
  column: string;
  /** Names the fact on a card; left out where the fact speaks for itself. */
  label?: string;
  numeric?: boolean;
  children: ReactNode;
}

export function Cell({ column, label, numeric = false, children }: CellProps): ReactNode {
  return (
    <td {...IS.cell} data-column={column} data-label={label} className={classes(numeric && styles.numeric)}>
      {children}
    </td>
  );
}
