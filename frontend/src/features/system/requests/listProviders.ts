import { dataOf, type Api } from '../../../shared/api/client';
import type { Provider } from '../../../shared/api/types';

/** In the order of preference. @throws ApiError `forbidden` unless an administrator asks */
export async function listProviders(api: Api, signal: AbortSignal): Promise<Provider[]> {
  return (await dataOf(api.GET('/admin/providers', { signal }))).providers;
}
