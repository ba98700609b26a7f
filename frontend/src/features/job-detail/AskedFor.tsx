import type { ReactNode } from 'react';
import type { Job } from '../../shared/api/types';
import { useMessages } from '../../shared/text/useMessages';
import { Facts } from '../../shared/ui/Facts';
import { Section } from '../../shared/ui/Page';
import styles from './AskedFor.module.css';

/** The request, word for word. */
export function AskedFor({ job }: { job: Job }): ReactNode {
  const { jobPage: text, jobs, styles: looks, colorSchemes } = useMessages();
  const { instructions, style, colorScheme, canvas_id: canvas } = job.request_data;
  return (
    <Section title={text.asked}>
      <blockquote className={styles.words}>{instructions}</blockquote>
      <Facts
        facts={[
          { name: text.kind, value: jobs.types[job.job_type] },
          { name: text.style, value: looks[style] },
          { name: text.colors, value: colorSchemes[colorScheme] },
          ...(canvas === null ? [] : [{ name: text.onCanvas, value: canvas }]),
          ...(job.tags.length === 0 ? [] : [{ name: text.tags, value: job.tags.join(', ') }]),
          ...(job.priority === 0 ? [] : [{ name: text.priority, value: job.priority }]),
        ]}
      />
    </Section>
  );
}
