import { dataOf, type Api } from '../../api/client';
import type { Accepted, ModifyCanvasBody } from '../../api/types';

/** @param key makes a second sending of the same wish the same job */
export async function modifyCanvas(
  api: Api,
  body: ModifyCanvasBody,
  key: string,
  signal?: AbortSignal,
): Promise<Accepted> {
  const call = api.POST('/modify-canvas', {
    body,
    params: { header: { 'Idempotency-Key': key } },
    signal: signal ?? null,
  });
  return (await dataOf(call)) as Accepted;
}
