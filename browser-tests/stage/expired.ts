import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Service } from './service.ts';

const KEY_BYTES = 32;

/** A token that this very service has signed for the user, an hour too long ago. */
export function expiredToken(service: Service, user: string): string {
  const file = readdirSync(service.data).find((name) => name.includes('key'));
  const key = readFileSync(join(service.data, file ?? 'no key'));
  if (key.length !== KEY_BYTES) {
    throw new Error(`${file} is not the key of the development issuer`);
  }
  const now = Math.floor(Date.now() / 1000);
  const part = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');
  const signed = `${part({ alg: 'HS256' })}.${part({
    iss: 'atelier-development',
    sub: user,
    iat: now - 90_000,
    exp: now - 3_600,
    admin: false,
  })}`;
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}
