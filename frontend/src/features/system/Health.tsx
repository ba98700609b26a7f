import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useAtelier } from '../../shared/atelier/AtelierProvider';
import { count, percent } from '../../shared/text/numbers';
import { duration } from '../../shared/text/times';
import { useMessages } from '../../shared/text/useMessages';
import { classes } from '../../shared/ui/classes';
import { Facts } from '../../shared/ui/Facts';
import { Section } from '../../shared/ui/Page';
import styles from './Health.module.css';
import { showHealth } from './requests/showHealth';
import { EVERY_MS } from './watching';

/** Whether the service is well, and if not, what is wrong. */
export function Health(): ReactNode {
  const { system: text } = useMessages();
  const { api } = useAtelier();
  const { data: health, error } = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => showHealth(api, signal),
    refetchInterval: EVERY_MS,
  });
  const isWell = error === null && health?.status !== 'unhealthy';
  return (
    <Section title={text.health}>
      <p role="status" className={classes(styles.state, isWell ? styles.good : styles.bad)}>
        {health === undefined && error === null ? '' : error !== null ? text.unreachable : isWell ? text.healthy : text.unhealthy}
      </p>
      {health !== undefined && error === null && (
        <>
          {health.failing.map((part) => (
            <p key={part} className={styles.failing}>
              {text.failing[part]}
            </p>
          ))}
          <Facts
            facts={[
              { name: text.database, value: text.databaseStates[health.database] },
              { name: text.waiting, value: count(health.queued_jobs) },
              { name: text.uptime, value: duration(health.resources.uptime_seconds), hint: text.thisNode },
              { name: text.memory, value: text.megabytes(health.resources.heap_used_mb, health.resources.heap_max_mb) },
              ...(health.resources.cpu_load === null
                ? []
                : [{ name: text.cpu, value: percent(Math.round(health.resources.cpu_load * 100)) }]),
            ]}
          />
        </>
      )}
    </Section>
  );
}
