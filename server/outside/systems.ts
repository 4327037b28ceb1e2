import { readFileSync } from 'node:fs';
import { Type, type Static } from 'typebox';
import { jsonFault } from '../../engine/json-fault.ts';
import { faultsOf } from '../http/validate.ts';

/**
 * The systems outside that this installation may reach, by the name that descriptions say: the file that `MOTCUA_SYSTEMS` names. An address has no
 * query; only with `private` may it lie in a network that is not public, or be plain http. `secrets` name variables of the environment, so that the file holds none.
 */
const SystemsFile = Type.Record(
  Type.String({ pattern: '^[a-z][a-z0-9-]{0,60}$' }),
  Type.Object(
    {
      address: Type.String({ pattern: '^https?://[^/?#@\\s]+(/[^?#\\s]*)?$' }),
      private: Type.Optional(Type.Boolean()),
      secrets: Type.Optional(Type.Record(Type.String({ pattern: '^[a-z][a-z0-9-]{0,60}$' }), Type.String({ pattern: '^[A-Z][A-Z0-9_]{0,100}$' }))),
    },
    { additionalProperties: false },
  ),
  { additionalProperties: false },
);
type SystemsFile = Static<typeof SystemsFile>;

export interface System {
  /** Without a trailing slash. */
  readonly address: string;
  readonly private: boolean;
  /** Values, by the names that descriptions say. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** `simulated`: every system is played by what its descriptions simulate, in memory. */
export type Systems = Readonly<Record<string, System>> | 'simulated';

export const knows = (systems: Systems, name: string): boolean => systems === 'simulated' || Object.hasOwn(systems, name);

/** Reads the file. Throws with what is wrong and where; never with a secret. */
export function readSystems(path: string, environment: Readonly<Record<string, string | undefined>>): Systems {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`expected the file of systems at ${path} (MOTCUA_SYSTEMS), but ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is none' : (error as Error).message}`, { cause: error });
  }
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw new Error(`expected JSON in ${path}, but ${jsonFault(text) ?? (error as Error).message}`, { cause: error });
  }
  const [fault] = faultsOf(SystemsFile, file, 'en');
  if (fault !== undefined) throw new Error(`expected ${path} to be a file of systems, but ${fault.path}: ${fault.message}`);
  return Object.fromEntries(Object.entries(file as SystemsFile).map(([name, { address, private: own = false, secrets = {} }]) => {
    if (address.startsWith('http://') && !own) throw new Error(`expected the system "${name}" of ${path} to have an https address, or to be "private", but it is ${address}`);
    return [name, { address: address.replace(/\/+$/, ''), private: own, secrets: Object.fromEntries(Object.entries(secrets).map(([secret, variable]) => [secret, valueOf(environment, variable, `the secret "${secret}" of the system "${name}"`)])) }];
  }));
}

function valueOf(environment: Readonly<Record<string, string | undefined>>, variable: string, what: string): string {
  const value = environment[variable];
  if (value === undefined || value === '') throw new Error(`expected ${what} in the environment as ${variable}, but it is not set`);
  if (!/^[\x21-\x7e]+$/.test(value)) throw new Error(`expected ${what} (${variable}) to be of plain letters, digits and signs, as headers can carry, but it holds others`);
  return value;
}
