import { expect, it } from 'vitest';
import { parse } from 'yaml';
import document from '../../../adapters-http/src/main/resources/openapi.yaml?raw';
import { read } from './openapi';

const api = read(parse(document) as Parameters<typeof read>[0]);

it('reads every operation, with the parameters of its path', () => {
  const status = api.operations.find(({ operationId }) => operationId === 'showStatus');

  expect(status?.method).toBe('GET');
  expect(status?.parameters.map(({ name }) => name)).toEqual(['id', 'If-None-Match']);
  expect(status?.isOpen).toBe(false);
  expect(api.operations.find(({ operationId }) => operationId === 'showHealth')?.isOpen).toBe(true);
  expect(api.webhooks.map(({ operationId }) => operationId)).toEqual(['receiveJobEnded']);
});

it('knows what a reference stands for', () => {
  const create = api.operations.find(({ operationId }) => operationId === 'createCanvas');

  expect(create?.body?.schema.$ref).toBeDefined();
  expect(api.nameOf(create!.body!.schema)).toBe('CreateCanvas');
  expect(api.resolve(create!.body!.schema).required).toEqual(['instructions']);
  expect(create?.replies.map(([status]) => status)).toContain('429');
});
