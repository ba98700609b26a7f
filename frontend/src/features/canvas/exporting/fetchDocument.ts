import { dataOf, type Api } from '../../../shared/api/client';

export type DocumentFormat = 'svg' | 'excalidraw' | 'mermaid';

export const EXTENSIONS: Record<DocumentFormat, string> = { svg: 'svg', excalidraw: 'excalidraw', mermaid: 'mmd' };

/** A canvas as a document for other programs. @throws ApiError `not_found` */
export async function fetchDocument(api: Api, id: string, format: DocumentFormat): Promise<Blob> {
  const blob: unknown = await dataOf(
    api.GET('/canvases/{id}', { params: { path: { id }, query: { format } }, parseAs: 'blob' }),
  );
  return blob as Blob;
}
