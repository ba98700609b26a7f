import type { ReactNode } from 'react';
import type { HistoryEvent } from '../../shared/api/types';
import { clock, duration, exact } from '../../shared/text/times';
import type { Messages } from '../../shared/text/messages';
import { useMessages } from '../../shared/text/useMessages';
import { classes } from '../../shared/ui/classes';
import { momentsOf, statusAfter, type Moment } from './moments';
import styles from './Timeline.module.css';

/** What has happened to a job, from the first to the last. */
export function Timeline({ events }: { events: HistoryEvent[] }): ReactNode {
  const { jobPage: text } = useMessages();
  if (events.length === 0) {
    return <p className={styles.none}>{text.timelineEmpty}</p>;
  }
  return (
    <ol className={styles.timeline}>
      {momentsOf(events).map((moment) => (
        <li key={moment.event.version} className={classes(styles.moment, styles[statusAfter(moment.event)])}>
          <div className={styles.line}>
            <span className={styles.name}>{nameOf(moment, text)}</span>
            <span className={styles.when}>
              {moment.later !== null && <span className={styles.later}>{laterOf(moment.later, text)}</span>}
              <time dateTime={moment.event.at} title={exact(moment.event.at)}>
                {clock(moment.event.at, true)}
              </time>
            </span>
          </div>
          {detailsOf(moment.event, text).map((words) => (
            <p key={words} className={styles.details}>
              {words}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

function nameOf({ event, attempt }: Moment, { events }: Messages['jobPage']): string {
  switch (event.type) {
    case 'started':
    case 'requeued':
      return events[event.type](attempt);
    default:
      return events[event.type];
  }
}

function laterOf(seconds: number, text: Messages['jobPage']): string {
  return seconds < 0.001 ? text.atOnce : text.later(duration(seconds));
}

function detailsOf(event: HistoryEvent, text: Messages['jobPage']): string[] {
  return [
    ...(event.error === null ? [] : [event.error]),
    ...(event.due === null || event.type === 'queued' ? [] : [text.nextAt(clock(event.due, true))]),
    ...(event.type === 'released' ? [text.releasedHint] : []),
    ...(event.object_count === null ? [] : [text.drewObjects(event.object_count)]),
    ...(event.worker === null ? [] : [text.onWorker(event.worker.slice(-8))]),
  ];
}
