import type Konva from 'konva/lib/Core.js';
import type { Bounds } from '../drawing/bounds';
import { toScreen, type View } from '../view/view';

/** Twice as fine as on the canvas, as long as browsers can hold it. */
const FINE = 2;
const LONGEST_SIDE = 8192;

/** All of a drawing as a PNG on white, whatever part of it is in view. */
export async function pictureOf(drawing: Konva.Group | null, sheet: Bounds | null, view: View): Promise<Blob> {
  if (drawing === null || sheet === null) {
    throw new Error('there is nothing to be pictured');
  }
  const width = sheet.right - sheet.left;
  const height = sheet.bottom - sheet.top;
  const fine = Math.min(FINE, LONGEST_SIDE / Math.max(width, height));
  const at = toScreen(view, { x: sheet.left, y: sheet.top });
  const shapes = drawing.toCanvas({
    ...at,
    width: width * view.scale,
    height: height * view.scale,
    pixelRatio: fine / view.scale,
  });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * fine);
  canvas.height = Math.round(height * fine);
  const context = canvas.getContext('2d');
  if (context === null) {
    throw new Error('this browser has no canvas to draw on');
  }
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(shapes, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob === null) {
    throw new Error('the picture is too large');
  }
  return blob;
}
