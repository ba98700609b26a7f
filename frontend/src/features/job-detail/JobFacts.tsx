import type { ReactNode } from 'react';
import type { Job } from '../../shared/api/types';
import { tookOf } from '../../shared/job-table/waiting';
import { count, dollars } from '../../shared/text/numbers';
import { between, duration } from '../../shared/text/times';
import { useMessages } from '../../shared/text/useMessages';
import { Facts } from '../../shared/ui/Facts';
import { Section } from '../../shared/ui/Page';
import { When } from '../../shared/ui/When';

/** When, how long and what it took. */
export function JobFacts({ job, now, owner }: { job: Job; now: number; owner: boolean }): ReactNode {
  const { jobPage: text } = useMessages();
  const took = tookOf(job, now);
  const first = job.attempts[0]?.started_at ?? job.started_at;
  const when = (name: string, at: string | null) => (at === null ? [] : [{ name, value: <When at={at} now={now} /> }]);
  return (
    <Section title={text.facts}>
      <Facts
        facts={[
          ...when(text.created, job.created_at),
          ...(job.status === 'queued' ? when(text.due, job.next_processing_at) : []),
          ...when(text.started, job.started_at),
          ...when(text.ended, job.completed_at),
          ...(first === null ? [] : [{ name: text.waited, value: duration(between(job.created_at, first)) }]),
          ...(took === null ? [] : [{ name: text.worked, value: duration(took) }]),
          ...(job.usage === null
            ? []
            : [
                {
                  name: text.tokens,
                  value: text.tokensInOut(count(job.usage.input_tokens), count(job.usage.output_tokens)),
                },
                { name: text.cost, value: job.usage.cost_usd === null ? text.costUnknown : dollars(job.usage.cost_usd) },
              ]),
          ...(owner ? [{ name: text.user, value: job.user_id }] : []),
          { name: text.id, value: <code>{job.id}</code> },
        ]}
      />
    </Section>
  );
}
