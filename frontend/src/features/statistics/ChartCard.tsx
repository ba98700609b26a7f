import { useId, useState, type ReactNode } from 'react';
import { clock } from '../../shared/text/times';
import { useMessages } from '../../shared/text/useMessages';
import { Button } from '../../shared/ui/Button';
import { classes } from '../../shared/ui/classes';
import type { Chart } from './chart';
import styles from './ChartCard.module.css';
import { ChartPicture } from './ChartPicture';
import { ChartTable } from './ChartTable';
import { useWidth } from './useWidth';

/** A chart with its title and legend, or the same as a table. */
export function ChartCard({ chart }: { chart: Chart }): ReactNode {
  const { statistics: text } = useMessages();
  const id = useId();
  const { width, ref } = useWidth();
  const [asTable, setAsTable] = useState(false);
  const [pointed, point] = useState<number | null>(null);
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        <div>
          <h3 id={id} className={styles.title}>
            {chart.title}
          </h3>
          <p className={styles.unit}>{chart.unit}</p>
        </div>
        <Button
          size="small"
          look="quiet"
          aria-label={asTable ? text.asChart(chart.title) : text.asTable(chart.title)}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? text.showChart : text.showTable}
        </Button>
      </div>
      {asTable ? (
        <ChartTable chart={chart} />
      ) : (
        <>
          <Legend chart={chart} pointed={pointed} />
          <div ref={ref} className={styles.picture}>
            {chart.isEmpty ? (
              <p className={styles.nothing}>{text.nothing}</p>
            ) : (
              width > 0 && <ChartPicture chart={chart} width={width} pointed={pointed} onPoint={point} />
            )}
          </div>
        </>
      )}
    </section>
  );
}

/** Names the series; while an hour is pointed at, it tells the values of that hour. */
function Legend({ chart, pointed }: { chart: Chart; pointed: number | null }): ReactNode {
  const { statistics: text } = useMessages();
  const hour = pointed === null ? undefined : chart.hours[pointed];
  return (
    <ul className={styles.legend}>
      {chart.series.map(({ name, values }, index) => {
        const value = pointed === null ? null : (values[pointed] ?? null);
        return (
          <li key={name} className={classes(styles.series, styles[`${chart.shape}${index}`])}>
            {name}
            {hour !== undefined && <strong>{value === null ? text.none : chart.format(value)}</strong>}
          </li>
        );
      })}
      {hour !== undefined && <li className={styles.hour}>{`${clock(hour)}–${clock(nextHour(hour))}`}</li>}
    </ul>
  );
}

function nextHour(hour: string): string {
  return new Date(Date.parse(hour) + 3_600_000).toISOString();
}
