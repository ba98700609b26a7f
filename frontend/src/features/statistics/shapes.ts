import type { scaleBand, scaleLinear } from '@visx/scale';
import type { Chart } from './chart';

/** What the shapes of a chart are drawn with. */
export interface ShapesProps {
  chart: Chart;
  x: ReturnType<typeof scaleBand<string>>;
  y: ReturnType<typeof scaleLinear<number>>;
  /** For names within the page. */
  id: string;
  pointed: number | null;
}
