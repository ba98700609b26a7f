import { AxisBottom, AxisLeft } from '@visx/axis';
import { GridRows } from '@visx/grid';
import { scaleBand, scaleLinear } from '@visx/scale';
import { useId, type ReactNode } from 'react';
import { clock } from '../../shared/text/times';
import { Bars } from './Bars';
import { highest, telling, type Chart } from './chart';
import styles from './ChartPicture.module.css';
import { Lines } from './Lines';

const HEIGHT = 200;
const AROUND = { top: 8, right: 18, bottom: 26, left: 52 };
/** Room for an hour's name. */
const LABEL_WIDTH = 64;
const TICKS = 4;

interface ChartPictureProps {
  chart: Chart;
  width: number;
  /** The hour that is pointed at. */
  pointed: number | null;
  onPoint: (index: number | null) => void;
}

/** A chart as a picture: hours from left to right. Its numbers are in the table instead. */
export function ChartPicture({ chart, width, pointed, onPoint }: ChartPictureProps): ReactNode {
  const id = useId();
  const across = Math.max(0, width - AROUND.left - AROUND.right);
  const down = HEIGHT - AROUND.top - AROUND.bottom;
  const x = scaleBand({ domain: chart.hours, range: [0, across], padding: 0.28 });
  const y = scaleLinear({ domain: [0, highest(chart)], range: [down, 0], nice: TICKS });
  const every = Math.max(1, Math.ceil(chart.hours.length / Math.max(1, Math.floor(across / LABEL_WIDTH))));
  const Shapes = chart.shape === 'bars' ? Bars : Lines;
  const marks = telling(chart, y.ticks(TICKS));
  return (
    <svg className={styles.picture} width={width} height={HEIGHT} role="img" aria-label={chart.summary}>
      <g transform={`translate(${AROUND.left} ${AROUND.top})`} aria-hidden="true">
        <GridRows scale={y} width={across} tickValues={marks} className={styles.grid ?? ''} stroke="" />
        <Shapes chart={chart} x={x} y={y} id={id} pointed={pointed} />
        <AxisLeft
          scale={y}
          tickValues={marks}
          hideAxisLine
          hideTicks
          tickFormat={(value) => chart.format(Number(value))}
          tickClassName={styles.label ?? ''}
          tickLabelProps={{ fill: '', fontSize: '', fontFamily: '', dx: -4, dy: 4, textAnchor: 'end' }}
        />
        <AxisBottom
          scale={x}
          top={down}
          hideTicks
          axisLineClassName={styles.ground ?? ''}
          stroke=""
          tickValues={chart.hours.filter((_, index) => (chart.hours.length - 1 - index) % every === 0)}
          tickFormat={(hour) => clock(hour)}
          tickClassName={styles.label ?? ''}
          tickLabelProps={{ fill: '', fontSize: '', fontFamily: '', dy: 2, textAnchor: 'middle' }}
        />
        {chart.hours.map((hour, index) => (
          <rect
            key={hour}
            className={styles.touch}
            x={(x(hour) ?? 0) - (x.step() - x.bandwidth()) / 2}
            width={x.step()}
            height={down}
            onPointerEnter={() => onPoint(index)}
            onPointerLeave={() => onPoint(null)}
          />
        ))}
      </g>
    </svg>
  );
}
