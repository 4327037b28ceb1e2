import type { TSchema } from 'typebox';
import { Errors } from 'typebox/value';
import { freeze } from '../../engine/freeze.ts';
import type { Auth } from '../../procedures/described/description.ts';
import { plainFaults } from '../../procedures/described/plain-faults.ts';
import { jsonIn } from './json-file.ts';
import type { Systems } from './systems.ts';

/** A description of the installation, and how it is read. */
export interface Reading<Description> {
  /** The variable that names the file. */
  readonly variable: string;
  /** What the file describes: "a payment provider". */
  readonly what: string;
  readonly schema: TSchema;
  /** What keeps a description of the right shape from doing what it says. */
  readonly faults: (description: Description) => readonly string[];
  /** Names of the secrets it needs besides those of `auth`. */
  readonly secrets: (description: Description) => readonly string[];
}

/** Reads a file that describes a system of the installation, and looks for that system and its secrets. Throws with what is wrong and where; never with a secret. */
export function readDescribed<Description extends { readonly system: string; readonly auth?: Auth }>(path: string, { variable, what, schema, faults, secrets }: Reading<Description>, systems: Systems): Description {
  const refuse = (why: string): never => {
    throw new Error(`expected ${path} (${variable}) to describe ${what}, but ${why}`);
  };
  const value = jsonIn(path, refuse);
  const [shape] = plainFaults(Errors(schema, value));
  if (shape !== undefined) refuse(`${shape.instancePath || 'the whole'} ${shape.message}`);
  const description = freeze(value as Description);
  const [fault] = faults(description);
  if (fault !== undefined) refuse(fault);
  if (systems === 'simulated') return refuse('the file of systems (MOTCUA_SYSTEMS) is "simulated", and it needs a system that is there');
  const system = systems[description.system];
  if (system === undefined) return refuse(`the system "${description.system}" is not in the file of systems (MOTCUA_SYSTEMS)`);
  for (const secret of [...secrets(description), ...(description.auth === undefined ? [] : authSecrets(description.auth))]) {
    if (!Object.hasOwn(system.secrets, secret)) refuse(`the system "${description.system}" has no secret "${secret}" in the file of systems`);
  }
  return description;
}

const authSecrets = (auth: Auth): readonly string[] => (auth.scheme === 'basic' ? [auth.user, auth.password] : [auth.secret]);
