import { parse } from 'yaml';

/** As much of OpenAPI 3.1 as the page shows. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  format?: string;
  pattern?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  example?: unknown;
}

export interface Parameter {
  name: string;
  in: 'query' | 'header' | 'path';
  required?: boolean;
  description?: string;
  schema: Schema;
}

export interface Media {
  schema: Schema;
  example?: unknown;
  'x-events'?: Record<string, Schema>;
}

export interface Reply {
  description: string;
  headers?: Record<string, Referable<Header>>;
  content?: Record<string, Media>;
}

export interface Header {
  description?: string;
  schema: Schema;
}

export interface Operation {
  method: string;
  path: string;
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  isOpen: boolean;
  parameters: Parameter[];
  body: Media | undefined;
  replies: [string, Reply][];
}

export interface Api {
  title: string;
  description: string;
  base: string;
  tags: { name: string; description: string }[];
  operations: Operation[];
  webhooks: Operation[];
  resolve: <T>(node: Referable<T>) => T;
  /** The name under which a schema is kept, if it is. */
  nameOf: (schema: Schema) => string | undefined;
}

type Referable<T> = T | { $ref: string };

interface Item {
  parameters?: Referable<Parameter>[];
  [method: string]: unknown;
}

interface RawOperation {
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  security?: unknown[];
  parameters?: Referable<Parameter>[];
  requestBody?: Referable<{ content: Record<string, Media> }>;
  responses: Record<string, Referable<Reply>>;
}

interface Document {
  info: { title: string; description: string };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Item>;
  webhooks: Record<string, Item>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Reads the document that the service itself serves. */
export async function loadApi(url: string): Promise<Api> {
  const answer = await fetch(url);
  if (!answer.ok) {
    throw new Error(`The document cannot be had: ${answer.status}`);
  }
  return read(parse(await answer.text()) as Document);
}

export function read(document: Document): Api {
  const resolve = <T>(node: Referable<T>): T =>
    isReference(node) ? resolve(at(document, node.$ref) as Referable<T>) : node;
  const all = (items: Record<string, Item>): Operation[] =>
    Object.entries(items).flatMap(([path, item]) =>
      METHODS.filter((method) => method in item).map((method) => {
        const raw = item[method] as RawOperation;
        return {
          method: method.toUpperCase(),
          path,
          operationId: raw.operationId,
          summary: raw.summary,
          ...(raw.description === undefined ? {} : { description: raw.description }),
          tags: raw.tags,
          isOpen: raw.security?.length === 0,
          parameters: [...(item.parameters ?? []), ...(raw.parameters ?? [])].map(resolve),
          body: raw.requestBody && resolve(raw.requestBody).content['application/json'],
          replies: Object.entries(raw.responses).map(([status, reply]) => [status, resolve(reply)] as [string, Reply]),
        };
      }),
    );
  return {
    title: document.info.title,
    description: document.info.description,
    base: document.servers[0]?.url ?? '',
    tags: document.tags,
    operations: all(document.paths),
    webhooks: all(document.webhooks),
    resolve,
    nameOf: (schema) => schema.$ref?.split('/').at(-1),
  };
}

function isReference(node: unknown): node is { $ref: string } {
  return typeof node === 'object' && node !== null && '$ref' in node;
}

function at(document: unknown, reference: string): unknown {
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], document);
}
