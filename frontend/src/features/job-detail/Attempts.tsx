import type { ReactNode } from 'react';
import type { Attempt } from '../../shared/api/types';
import type { Messages } from '../../shared/text/messages';
import { compact, dollars } from '../../shared/text/numbers';
import { duration } from '../../shared/text/times';
import { useMessages } from '../../shared/text/useMessages';
import { Cell, Row, Table } from '../../shared/ui/Table';
import { attemptRows, type AttemptRow } from './attemptRows';
import styles from './Attempts.module.css';

/** Every attempt: who was asked, what it took and how it ended. */
export function Attempts({ attempts }: { attempts: Attempt[] }): ReactNode {
  const { jobPage: text } = useMessages();
  if (attempts.length === 0) {
    return <p className={styles.none}>{text.attemptsEmpty}</p>;
  }
  return (
    <Table
      caption={text.attemptsTable}
      columns={[
        { key: 'attempt', label: text.attempt },
        { key: 'provider', label: text.provider },
        { key: 'tokens', label: text.tokens, numeric: true },
        { key: 'cost', label: text.cost, numeric: true },
        { key: 'first', label: text.firstToken, numeric: true },
        { key: 'duration', label: text.duration, numeric: true },
        { key: 'result', label: text.result },
      ]}
    >
      {attemptRows(attempts).map((row) => (
        <Row key={row.key}>
          <Cell column="attempt">
            {row.call === 0 ? (
              <span className={styles.number}>{`${text.attempt} ${row.attempt}`}</span>
            ) : (
              <span className={styles.call}>{text.call(row.call)}</span>
            )}
          </Cell>
          <Cell column="provider" label={text.provider}>
            <Asked row={row} text={text} />
          </Cell>
          <Cell column="tokens" label={text.tokens} numeric>
            {row.tokens === null ? text.none : `${compact(row.tokens.input)} / ${compact(row.tokens.output)}`}
          </Cell>
          <Cell column="cost" label={text.cost} numeric>
            {row.cost === null ? text.none : dollars(row.cost)}
          </Cell>
          <Cell column="first" label={text.firstToken} numeric>
            {seconds(row.firstToken, text)}
          </Cell>
          <Cell column="duration" label={text.duration} numeric>
            {seconds(row.seconds, text)}
          </Cell>
          <Cell column="result" label={text.result}>
            {row.error ?? (row.outcome === 'running' ? text.underWay : text.succeeded)}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

function Asked({ row: { asked, outcome }, text }: { row: AttemptRow; text: Messages['jobPage'] }): ReactNode {
  if (asked === null) {
    return outcome === 'running' ? text.none : text.nobodyAsked;
  }
  return (
    <span>
      {asked.provider}
      {asked.model !== null && <span className={styles.model}>{asked.model}</span>}
    </span>
  );
}

function seconds(value: number | null, text: Messages['jobPage']): string {
  return value === null ? text.none : duration(value);
}
