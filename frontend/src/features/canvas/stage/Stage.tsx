import 'konva/lib/shapes/Circle.js';
import 'konva/lib/shapes/Line.js';
import 'konva/lib/shapes/Rect.js';
import type Konva from 'konva/lib/Core.js';
import { useImperativeHandle, useMemo, useRef, type ReactNode, type Ref } from 'react';
import { Group, Layer, Rect, Stage as KonvaStage } from 'react-konva/lib/ReactKonvaCore.js';
import type { Bounds } from '../drawing/bounds';
import { docked } from '../drawing/docking';
import type { Item } from '../drawing/item';
import type { Scene, Sprite } from '../drawing/settling';
import type { TakePicture } from '../exporting/ExportMenu';
import type { Size, View } from '../view/view';
import { Figure } from './Figure';
import { pictureOf } from './picture';
import { Mark, rectOf, RubberBand, type MarkKind } from './Marks';

export interface StageProps {
  scene: Scene;
  view: View;
  size: Size;
  /** Items that are here no more, as a preview of a change still shows them. */
  ghosts: readonly Item[];
  marks: readonly { id: string; item: Item; kind: MarkKind }[];
  band: Bounds | null;
  picture: Ref<TakePicture>;
}

const GHOST = 0.3;

/** The paper and what lies on it. It only draws: pointers and keys are for the surface around it. */
export default function Stage({ scene, view, size, ghosts, marks, band, picture }: StageProps): ReactNode {
  const drawing = useRef<Konva.Group>(null);
  const sprites = useMemo(() => dockedSprites(scene.sprites), [scene.sprites]);
  useImperativeHandle(picture, () => () => pictureOf(drawing.current, scene.sheet, view), [scene.sheet, view]);
  return (
    <KonvaStage
      width={size.width}
      height={size.height}
      x={view.x}
      y={view.y}
      scaleX={view.scale}
      scaleY={view.scale}
      listening={false}
    >
      <Layer listening={false}>
        {scene.sheet !== null && <Paper sheet={scene.sheet} scale={view.scale} />}
        {ghosts.map((item) => (
          <Figure key={`ghost ${item.id}`} item={item} opacity={GHOST} scale={1} />
        ))}
        <Group ref={drawing}>
          {sprites.map(({ item, opacity, scale, leaving }) => (
            <Figure key={leaving === true ? `leaving ${item.id}` : item.id} item={item} opacity={opacity} scale={scale} />
          ))}
        </Group>
        {marks.map(({ id, item, kind }) => (
          <Mark key={`${kind} ${id}`} item={item} kind={kind} scale={view.scale} />
        ))}
        {band !== null && <RubberBand box={band} scale={view.scale} />}
      </Layer>
    </KonvaStage>
  );
}

/** White in the dark too: what is drawn was coloured for white paper, and exports are white. */
function Paper({ sheet, scale }: { sheet: Bounds; scale: number }): ReactNode {
  return (
    <Rect
      {...rectOf(sheet)}
      fill="#ffffff"
      cornerRadius={10 / scale}
      shadowColor="#1d1c1a"
      shadowOpacity={0.16}
      shadowBlur={24}
      shadowOffsetY={6}
    />
  );
}

function dockedSprites(sprites: readonly Sprite[]): readonly Sprite[] {
  const items = sprites.map(({ item }) => item);
  const there = docked(items);
  return there === items ? sprites : sprites.map((sprite, place) => ({ ...sprite, item: there[place] ?? sprite.item }));
}
