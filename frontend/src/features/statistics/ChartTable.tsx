import type { ReactNode } from 'react';
import { clock, exact } from '../../shared/text/times';
import { useMessages } from '../../shared/text/useMessages';
import { Cell, Row, Table } from '../../shared/ui/Table';
import type { Chart } from './chart';
import styles from './ChartTable.module.css';

/** The numbers of a chart, the newest hour first. */
export function ChartTable({ chart }: { chart: Chart }): ReactNode {
  const { statistics: text } = useMessages();
  return (
    // It scrolls, so it must be reached by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.around} tabIndex={0} role="group" aria-label={chart.title}>
      <Table
        caption={`${chart.title}: ${chart.unit}`}
        className={styles.table}
        columns={[
          { key: 'hour', label: text.hour },
          ...chart.series.map(({ name }) => ({ key: name, label: name, numeric: true })),
        ]}
      >
        {chart.hours
          .map((hour, index) => (
            <Row key={hour}>
              <Cell column="hour">
                <time dateTime={hour} title={exact(hour)}>
                  {clock(hour)}
                </time>
              </Cell>
              {chart.series.map(({ name, values }) => {
                const value = values[index] ?? null;
                return (
                  <Cell key={name} column={name} numeric>
                    {value === null ? text.none : chart.format(value)}
                  </Cell>
                );
              })}
            </Row>
          ))
          .reverse()}
      </Table>
    </div>
  );
}
