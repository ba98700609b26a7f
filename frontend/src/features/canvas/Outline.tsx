import type { ReactNode } from 'react';
import type { Messages } from '../../shared/text/messages';
import { useMessages } from '../../shared/text/useMessages';
import { classes } from '../../shared/ui/classes';
import type { Item } from './drawing/item';
import type { Reading } from './drawing/reading';
import styles from './Outline.module.css';

interface OutlineProps {
  id: string;
  readings: readonly Reading[];
  isOpen: boolean;
  chosen: ReadonlySet<string>;
  onChoose: (id: string) => void;
}

/** The drawing as text, in reading order. Closed it is still there for those who hear the page. */
export function Outline({ id, readings, isOpen, chosen, onChoose }: OutlineProps): ReactNode {
  const text = useMessages().canvas;
  return (
    <section id={id} className={classes(isOpen ? styles.outline : 'sr-only')} aria-label={text.list}>
      <ol className={styles.objects}>
        {readings.map((reading) => (
          <li key={reading.id}>
            <button
              type="button"
              className={classes(styles.object, chosen.has(reading.id) && styles.chosen)}
              tabIndex={isOpen ? 0 : -1}
              aria-pressed={chosen.has(reading.id)}
              onClick={() => onChoose(reading.id)}
            >
              <span>{nameOf(reading, text)}</span>
              {reading.links.length > 0 && <span className={styles.links}>{linksOf(reading, text)}</span>}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

type Text = Messages['canvas'];

export function nameOf({ item, words }: Pick<Reading, 'item' | 'words'>, text: Text): string {
  const kind = text.kinds[kindOf(item)];
  return words === '' ? text.unnamed(kind) : item.kind === 'text' ? words : text.named(words, kind);
}

export function linksOf({ links }: Pick<Reading, 'links'>, text: Text): string {
  return links.map(({ to, words }) => text.link(to, words)).join('  ');
}

function kindOf(item: Item): keyof Text['kinds'] {
  return item.kind === 'box' ? item.outline : item.kind === 'line' ? (item.arrow ? 'arrow' : 'line') : item.kind;
}
