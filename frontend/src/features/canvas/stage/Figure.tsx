import { memo, type ReactNode } from 'react';
import { Circle, Group, Line, Rect, Shape } from 'react-konva/lib/ReactKonvaCore.js';
import { strokeOf } from '../drawing/arrows';
import { boundsOf, middleOf, type Bounds } from '../drawing/bounds';
import { cornerRadius, cornersOf } from '../drawing/figures';
import type { BoxItem, Item, LineItem, Paint, Spot, Words } from '../drawing/item';
import { FONT, setLines } from '../drawing/lettering';
import type { Sprite } from '../drawing/settling';

/** One item as it is drawn at this moment; it appears out of its own middle. */
export const Figure = memo(function Figure({ item, opacity, scale }: Omit<Sprite, 'leaving'>): ReactNode {
  if (scale === 1) {
    return (
      <Group opacity={opacity}>
        <Drawn item={item} />
      </Group>
    );
  }
  const middle = middleOf(boundsOf(item));
  return (
    <Group
      opacity={opacity}
      scaleX={scale}
      scaleY={scale}
      x={middle.x}
      y={middle.y}
      offsetX={middle.x}
      offsetY={middle.y}
    >
      <Drawn item={item} />
    </Group>
  );
});

function Drawn({ item }: { item: Item }): ReactNode {
  switch (item.kind) {
    case 'line':
      return <Stroke line={item} />;
    case 'text':
      return <Lettering words={item.words} box={boundsOf(item)} />;
    case 'circle':
      return (
        <>
          <Circle x={item.x} y={item.y} radius={item.radius} {...painted(item.paint)} />
          <Lettering words={item.words} box={boundsOf(item)} />
        </>
      );
    case 'box':
      return (
        <>
          <Outline item={item} />
          <Lettering words={item.words} box={boundsOf(item)} />
        </>
      );
  }
}

function Outline({ item }: { item: BoxItem }): ReactNode {
  const { x, y, width, height } = item;
  return item.outline === 'rectangle' ? (
    <Rect x={x} y={y} width={width} height={height} cornerRadius={cornerRadius(width, height)} {...painted(item.paint)} />
  ) : (
    <Line points={flat(cornersOf(item))} closed {...painted(item.paint)} />
  );
}

function Stroke({ line }: { line: LineItem }): ReactNode {
  const { shaft, head } = strokeOf(line);
  return (
    <>
      <Line
        points={flat(shaft)}
        stroke={line.stroke}
        strokeWidth={line.strokeWidth}
        lineJoin="round"
        lineCap={line.arrow ? 'butt' : 'round'}
      />
      {head !== null && <Line points={flat(head)} closed fill={line.stroke} />}
    </>
  );
}

/** Words in the middle of a box, line under line, set as the exports set them. */
function Lettering({ words, box }: { words: Words | null; box: Bounds }): ReactNode {
  if (words === null) {
    return null;
  }
  const middle = middleOf(box);
  return (
    <Shape
      fill={words.color}
      sceneFunc={(context) => {
        context.setAttr('font', `${words.size}px ${FONT}`);
        context.setAttr('textAlign', 'center');
        context.setAttr('textBaseline', 'alphabetic');
        context.setAttr('fillStyle', words.color);
        for (const { line, baseline } of setLines(words, middle.y)) {
          context.fillText(line, middle.x, baseline);
        }
      }}
    />
  );
}

function painted(paint: Paint): { fill?: string; stroke?: string; strokeWidth?: number; lineJoin: 'round' } {
  return {
    lineJoin: 'round',
    ...(paint.fill === null ? {} : { fill: paint.fill }),
    ...(paint.stroke === null || paint.strokeWidth === 0 ? {} : { stroke: paint.stroke, strokeWidth: paint.strokeWidth }),
  };
}

function flat(spots: readonly Spot[]): number[] {
  return spots.flatMap(({ x, y }) => [x, y]);
}
