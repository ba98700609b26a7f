import { dataOf, type Api } from '../../shared/api/client';

/** A canvas as an SVG file. @throws ApiError `not_found` if the user has no such canvas */
export async function fetchPicture(api: Api, id: string, signal: AbortSignal): Promise<Blob> {
  const svg: unknown = await dataOf(
    api.GET('/canvases/{id}', {
      params: { path: { id }, query: { format: 'svg' } },
      parseAs: 'blob',
      signal,
    }),
  );
  return svg as Blob;
}
