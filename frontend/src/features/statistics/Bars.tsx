import { BarStack } from '@visx/shape';
import type { ReactNode } from 'react';
import { classes } from '../../shared/ui/classes';
import styles from './ChartPicture.module.css';
import type { ShapesProps } from './shapes';

const KEYS = ['0', '1'] as const;

/** Stacked bars; the second series is hatched. */
export function Bars({ chart, x, y, id, pointed }: ShapesProps): ReactNode {
  const rows = chart.hours.map((hour, index) => ({
    hour,
    '0': chart.series[0]?.values[index] ?? 0,
    '1': chart.series[1]?.values[index] ?? 0,
  }));
  return (
    <>
      <defs>
        <pattern id={`${id}hatch`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className={styles.hatchGround} width="5" height="5" />
          <rect className={styles.hatch} width="2.5" height="5" />
        </pattern>
      </defs>
      <BarStack data={rows} keys={[...KEYS]} x={(row) => row.hour} xScale={x} yScale={y} color={() => ''}>
        {(stacks) =>
          stacks.map((stack) =>
            stack.bars
              .filter((bar) => bar.height > 0)
              .map((bar) => (
                <rect
                  key={`${stack.key} ${bar.index}`}
                  className={classes(stack.key === '0' && styles.first, pointed !== null && pointed !== bar.index && styles.faded)}
                  fill={stack.key === '1' ? `url(#${id}hatch)` : undefined}
                  x={bar.x}
                  y={bar.y}
                  width={bar.width}
                  height={bar.height}
                  rx={1.5}
                />
              )),
          )
        }
      </BarStack>
    </>
  );
}
