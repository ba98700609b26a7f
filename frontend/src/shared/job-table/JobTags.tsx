import type { ReactNode } from 'react';
import type { Job } from '../api/types';
import { useMessages } from '../text/useMessages';
import styles from './JobTable.module.css';

/** What sets a job apart from others at a glance: its kind, priority and tags. */
export function JobTags({ job }: { job: Job }): ReactNode {
  const { jobs: text } = useMessages();
  const facts = [
    ...(job.job_type === 'modify_canvas' ? [text.types.modify_canvas] : []),
    ...(job.priority === 0 ? [] : [text.priority(job.priority)]),
  ];
  if (facts.length === 0 && job.tags.length === 0) {
    return null;
  }
  return (
    <div className={styles.marks}>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      {job.tags.map((tag) => (
        <span key={tag} className={styles.tag}>
          {tag}
        </span>
      ))}
    </div>
  );
}
