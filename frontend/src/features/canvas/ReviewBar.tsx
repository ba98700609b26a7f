import type { ReactNode } from 'react';
import type { Messages } from '../../shared/text/messages';
import { useMessages } from '../../shared/text/useMessages';
import { Button } from '../../shared/ui/Button';
import { isUnchanged, type Changes } from './drawing/changes';
import type { Review } from './useReview';
import styles from './ReviewBar.module.css';

/** What an AI has changed, in words, and the choice to keep it or not. */
export function ReviewBar({ review }: { review: Review }): ReactNode {
  const text = useMessages().canvas.review;
  return (
    <section className={styles.review} aria-label={text.title}>
      <div className={styles.reviewWords} role="status">
        <strong>{text.title}</strong>
        <span>{inWords(review.changes, text)}</span>
      </div>
      <div className={styles.reviewChoice}>
        <Button size="small" busy={review.isDiscarding} onClick={review.discard}>
          {review.isDiscarding ? text.discarding : text.discard}
        </Button>
        <Button size="small" look="primary" onClick={review.keep}>
          {text.keep}
        </Button>
      </div>
    </section>
  );
}

/** Such as “2 added, 1 removed, 3 moved”; lines are counted apart, for they follow the shapes. */
export function inWords(changes: Changes, text: Messages['canvas']['review']): string {
  if (isUnchanged(changes)) {
    return text.nothing;
  }
  const shapes = (items: Changes['added']): number => items.filter(({ kind }) => kind !== 'line').length;
  const lines = [...changes.added, ...changes.removed].filter(({ kind }) => kind === 'line').length;
  return [
    { number: shapes(changes.added), say: text.added },
    { number: shapes(changes.removed), say: text.removed },
    { number: changes.moved.length, say: text.moved },
    { number: changes.reworded.length, say: text.reworded },
    { number: lines, say: text.connections },
  ]
    .filter(({ number }) => number > 0)
    .map(({ number, say }) => say(number))
    .join(', ');
}
