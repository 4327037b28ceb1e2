import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import webPush from 'web-push';
import { Type, type Static } from 'typebox';
import { shape } from '../api/shape.ts';
import { faultsOf } from '../http/validate.ts';

/** By what push services know this house (RFC 8292): a pair of keys on P-256, base64url. */
const PushKeys = shape({ publicKey: Type.String({ pattern: '^[A-Za-z0-9_-]{87}$' }), privateKey: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) });
export type PushKeys = Static<typeof PushKeys>;

type Environment = Readonly<Record<string, string | undefined>>;

/** The file of these keys: beside the data unless MOTCUA_PUSH_KEYS names another. Undefined for `no`: nothing is pushed. */
export function pushKeysFile(environment: Environment, folder: string): string | undefined {
  const path = environment['MOTCUA_PUSH_KEYS'] ?? '';
  if (path === 'no') return undefined;
  return path === '' ? join(folder, 'push-keys.json') : path;
}

/** The keys, where there are any yet. Throws with the file's name when it holds something else. */
export function readPushKeys(path: string): PushKeys | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`expected to read the keys for pushes from ${path} (MOTCUA_PUSH_KEYS), but ${(error as NodeJS.ErrnoException).code ?? 'it cannot be read'}`, { cause: error });
  }
  const keys = parsed(text);
  if (faultsOf(PushKeys, keys, 'en').length > 0) throw new Error(`expected ${path} (MOTCUA_PUSH_KEYS) to hold a publicKey and a privateKey for pushes, but it does not`);
  return keys as PushKeys;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The keys; made where there are none, readable for this user only. Of several that start at once the first one's stay. */
export function firstPushKeys(path: string): PushKeys {
  const known = readPushKeys(path);
  if (known !== undefined) return known;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, `${JSON.stringify(webPush.generateVAPIDKeys(), null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const made = readPushKeys(path);
  if (made === undefined) throw new Error(`expected the keys for pushes in ${path}, but they are gone`);
  return made;
}
