import type { ReactNode } from 'react';
import type { ColorScheme, Style } from '../../shared/api/types';
import styles from './pictures.module.css';

/** Three of each scheme's colours, as the service draws with them. */
const COLORS: Record<ColorScheme, [string, string, string]> = {
  default: ['#2563eb', '#0d9488', '#d97706'],
  pastel: ['#7da7e8', '#6cc5a9', '#f2b880'],
  vibrant: ['#9333ea', '#e11d48', '#f59e0b'],
  monochrome: ['#374151', '#6b7280', '#b6bcc6'],
};

/** The shape of a box in each style: corner, weight of the line, filled or not. */
const SHAPES: Record<Style, { radius: number; width: number; fill: number }> = {
  modern: { radius: 5, width: 1.4, fill: 0.16 },
  corporate: { radius: 0.5, width: 1.4, fill: 0.16 },
  creative: { radius: 9, width: 2.4, fill: 0.32 },
  minimal: { radius: 2, width: 1, fill: 0 },
};

export function ColorsPicture({ scheme }: { scheme: ColorScheme }): ReactNode {
  return (
    <svg width="36" height="18" viewBox="0 0 36 18" aria-hidden="true" className={styles.colors}>
      {COLORS[scheme].map((color, place) => (
        <circle key={color} cx={9 + place * 9} cy={9} r={6.5} fill={color} />
      ))}
    </svg>
  );
}

export function StylePicture({ style }: { style: Style }): ReactNode {
  const { radius, width, fill } = SHAPES[style];
  return (
    <svg width="36" height="22" viewBox="0 0 36 22" aria-hidden="true">
      <rect
        x="2.5"
        y="2.5"
        width="31"
        height="17"
        rx={radius}
        fill="currentColor"
        fillOpacity={fill}
        stroke="currentColor"
        strokeWidth={width}
      />
    </svg>
  );
}
