import { dataOf, type Api } from '../../../shared/api/client';
import type { Canvas, CanvasEdit } from '../../../shared/api/types';

/** A canvas, the latest version unless one is named. @throws ApiError `not_found` */
export async function loadCanvas(api: Api, id: string, version?: number): Promise<Canvas> {
  const query = version === undefined ? {} : { version };
  const answer = await dataOf(
    api.GET('/canvases/{id}', { params: { path: { id }, query }, headers: { Accept: 'application/json' } }),
  );
  return (answer as { canvas: Canvas }).canvas;
}

/** The next version. @throws ApiError `conflict` if there is a later one than `version` */
export async function editCanvas(api: Api, id: string, version: number, edits: readonly CanvasEdit[]): Promise<Canvas> {
  const answer = await dataOf(
    api.PATCH('/canvases/{id}', { params: { path: { id } }, body: { version, edits: [...edits] } }),
  );
  return answer.canvas;
}

/** A new version with the contents of an older one. @throws ApiError `conflict` as above */
export async function restoreCanvas(api: Api, id: string, version: number, restore: number): Promise<Canvas> {
  const answer = await dataOf(
    api.POST('/canvases/{id}/restore', { params: { path: { id } }, body: { version, restore } }),
  );
  return answer.canvas;
}
