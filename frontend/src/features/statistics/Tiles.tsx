import type { ReactNode } from 'react';
import type { Stats } from '../../shared/api/types';
import { useMessages } from '../../shared/text/useMessages';
import styles from './Tiles.module.css';
import { tilesOf } from './tileTexts';

export function Tiles({ stats }: { stats: Stats }): ReactNode {
  const { statistics: text } = useMessages();
  return (
    <dl className={styles.tiles}>
      {tilesOf(stats, text).map(({ name, value, hint }) => (
        <div key={name} className={styles.tile}>
          <dt>{name}</dt>
          <dd className={styles.value}>{value}</dd>
          <dd className={styles.hint}>{hint}</dd>
        </div>
      ))}
    </dl>
  );
}
