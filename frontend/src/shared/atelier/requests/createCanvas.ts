import { dataOf, type Api } from '../../api/client';
import type { Accepted, CreateCanvasBody } from '../../api/types';

/** @param key makes a second sending of the same wish the same job */
export async function createCanvas(
  api: Api,
  body: CreateCanvasBody,
  key: string,
  signal?: AbortSignal,
): Promise<Accepted> {
  const call = api.POST('/create-canvas', {
    body,
    params: { header: { 'Idempotency-Key': key } },
    signal: signal ?? null,
  });
  return (await dataOf(call)) as Accepted;
}
