import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Equal } from 'typebox/value';
import { check, variables } from '../../engine/expression/feel.ts';
import { freeze } from '../../engine/freeze.ts';
import type { Json } from '../../engine/state.ts';
import type { Mapping } from '../../procedures/described/description.ts';
import { readDescribed } from '../outside/read-described.ts';
import type { Systems } from '../outside/systems.ts';
import { IntakeDescription } from './description.ts';
import { applicationOf, headOf } from './read-message.ts';

/** Reads the file of the portal, tries its samples, and holds it against the file of systems. Throws with what is wrong and where; never with a secret. */
export function readIntake(path: string, systems: Systems): IntakeDescription {
  return readDescribed(path, { variable: 'MOTCUA_INTAKE', what: 'how dossiers come in', schema: IntakeDescription, faults: intakeFaults, secrets: ({ signature }) => [signature.secret] }, systems);
}

/** The description that the sample's simulated portal speaks by. */
export const shippedIntake = (): IntakeDescription => freeze(JSON.parse(readFileSync(join(import.meta.dirname, '../../connectors/intake/national-portal.json'), 'utf8')) as IntakeDescription);

const sampleAt = '2026-11-20T02:00:00.000Z';

/** Everything that keeps a description from doing what it says, each with its place. */
export function intakeFaults(description: IntakeDescription): readonly string[] {
  const feel = [
    ...feelFaults(description.data as Mapping, 'data'),
    ...Object.entries(description.procedures).flatMap(([key, { application, delivery = null }]) => [...feelFaults(application, `procedures/${key}/application`), ...feelFaults(delivery, `procedures/${key}/delivery`)]),
  ];
  if (feel.length > 0) return feel;
  return Object.entries(description.procedures).flatMap(([key, procedure]) => procedure.samples.flatMap(({ title, body, expect }, index) => {
    const place = `procedures/${key}/samples/${index}`;
    const head = headOf(description, body as Json, sampleAt, 'en');
    const application = applicationOf(procedure, body as Json, sampleAt, 'en');
    for (const read of [head, application]) if ('faults' in read) return read.faults.map((fault) => `${place}: ${fault.path}: ${fault.message}`);
    const came = { ...('value' in head && head.value), ...('value' in application && { application: application.value }) };
    return Equal(came, expect) ? [] : [`${place}: expected the sample "${title.en}" to come to ${JSON.stringify(expect)}, but it comes to ${JSON.stringify(came)}`];
  }));
}

function feelFaults(mapping: Mapping, place: string): readonly string[] {
  if (mapping !== null && typeof mapping === 'object') return Object.entries(mapping as Readonly<Record<string, Mapping>>).flatMap(([name, one]) => feelFaults(one, `${place}/${name}`));
  if (typeof mapping !== 'string') return [];
  const why = check(mapping, 'expression', ['body']);
  if (why !== undefined) return [`${place}: expected FEEL, but ${why}`];
  const other = variables(mapping).find((path) => path.split('.')[0] !== 'body');
  return other === undefined ? [] : [`${place}: expected it to read body, but it reads "${other}"`];
}
