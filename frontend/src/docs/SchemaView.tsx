import { useState, type ReactNode } from 'react';
import type { Api, Schema } from './openapi';

/** What a value may be; members are unfolded one level at a time, for some schemas hold themselves. */
export function SchemaView({ api, schema: given }: { api: Api; schema: Schema }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const schema = api.resolve(given);
  const parts = [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
  const members = Object.entries(schema.properties ?? {});
  const line = (
    <>
      <span className="type">{typeOf(api, given)}</span>
      {schema.description !== undefined && <span> {schema.description}</span>}
    </>
  );
  if (parts.length === 0 && members.length === 0 && schema.items === undefined) {
    return <div>{line}</div>;
  }
  return (
    <details className="schema" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{line}</summary>
      {isOpen && (
        <ul>
          {schema.items !== undefined && (
            <li>
              <SchemaView api={api} schema={schema.items} />
            </li>
          )}
          {parts.map((part, index) => (
            <li key={index}>
              <SchemaView api={api} schema={part} />
            </li>
          ))}
          {members.map(([name, member]) => (
            <li key={name}>
              <code>{name}</code>
              {schema.required?.includes(name) === true && ' (always there)'}
              <SchemaView api={api} schema={member} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

function typeOf(api: Api, given: Schema): string {
  const schema = api.resolve(given);
  const words = [
    api.nameOf(given),
    [schema.type].flat().filter(Boolean).join(' or '),
    schema.oneOf && 'one of',
    schema.anyOf && 'any of',
    schema.allOf && 'all of',
    schema.format,
    schema.const !== undefined && `always ${JSON.stringify(schema.const)}`,
    schema.enum?.map((value) => JSON.stringify(value)).join(' | '),
    range('', schema.minimum, schema.maximum),
    range(' characters', schema.minLength, schema.maxLength),
    range(' items', schema.minItems, schema.maxItems),
    schema.pattern,
    schema.default !== undefined && `${JSON.stringify(schema.default)} if absent`,
  ];
  return words.filter((word) => word !== undefined && word !== false && word !== '').join(', ');
}

function range(unit: string, min: number | undefined, max: number | undefined): string | undefined {
  if (min === undefined && max === undefined) {
    return undefined;
  }
  return max === undefined ? `from ${min ?? ''}${unit}` : `${min ?? 0} to ${max}${unit}`;
}
