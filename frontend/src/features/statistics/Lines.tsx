import { LinePath } from '@visx/shape';
import type { ReactNode } from 'react';
import { classes } from '../../shared/ui/classes';
import styles from './ChartPicture.module.css';
import type { ShapesProps } from './shapes';

interface Point {
  index: number;
  value: number | null;
}

/** Lines with gaps where nothing was measured; the second series is dashed, its points are squares. */
export function Lines({ chart, x, y, pointed }: ShapesProps): ReactNode {
  const at = (index: number) => (x(chart.hours[index] ?? '') ?? 0) + x.bandwidth() / 2;
  return (
    <>
      {pointed !== null && <line className={styles.pointer} x1={at(pointed)} x2={at(pointed)} y1={y.range()[0]} y2={0} />}
      {chart.series.map(({ name, values }, number) => {
        const points = values.map((value, index): Point => ({ index, value }));
        const look = number === 0 ? styles.firstLine : styles.secondLine;
        return (
          <g key={name}>
            <LinePath
              data={points}
              className={classes(styles.line, look)}
              stroke=""
              defined={({ value }) => value !== null}
              x={({ index }) => at(index)}
              y={({ value }) => y(value ?? 0)}
            />
            {points.map(({ index, value }) =>
              value === null || !isShown(points, index, pointed) ? null : (
                <rect
                  key={index}
                  className={classes(styles.point, look)}
                  x={at(index) - 3}
                  y={y(value) - 3}
                  width={6}
                  height={6}
                  rx={number === 0 ? 3 : 0}
                />
              ),
            )}
          </g>
        );
      })}
    </>
  );
}

/** A value without neighbours is no line: only its point is seen. */
function isShown(points: Point[], index: number, pointed: number | null): boolean {
  const isAlone = (points[index - 1]?.value ?? null) === null && (points[index + 1]?.value ?? null) === null;
  return isAlone || index === pointed;
}
