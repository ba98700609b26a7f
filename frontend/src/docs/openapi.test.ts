import { expect, it } from 'vitest';
import { read } from './openapi';

const reply = { 200: { description: 'A' } };
const id = { name: 'id', in: 'path' as const, schema: { type: 'string' } };

it('reads every operation, with the parameters of its path and without its references', () => {
  const api = read({
    info: { title: 'A', description: '' },
    servers: [{ url: '/api' }],
    tags: [],
    paths: {
      '/a/{id}': {
        parameters: [id],
        get: { operationId: 'a', summary: '', tags: [], responses: reply },
        post: { operationId: 'b', summary: '', tags: [], security: [], responses: reply },
      },
    },
    webhooks: {},
  });

  expect(api.operations.map(({ method, isOpen }) => [method, isOpen])).toEqual([
    ['GET', false],
    ['POST', true],
  ]);
  expect(api.operations[0]?.parameters).toEqual([id]);
  expect(api.nameOf({ $ref: '#/components/schemas/Job' })).toBe('Job');
});
