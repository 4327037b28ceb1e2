import { Type, type Static } from 'typebox';
import { Errors } from 'typebox/value';
import { AnyJson, AnyObject, Line, shape } from '../api/shape.ts';
import { UsageError } from './command.ts';

/** What can happen under `motcua run`; `begin` names a step of an ad-hoc sub-process, `change` gives data from outside. */
const RunEvent = Type.Union([
  shape({ complete: Line, data: Type.Optional(AnyJson) }),
  shape({ fail: Line, error: Line, data: Type.Optional(AnyJson) }),
  shape({ message: Line, keys: Type.Optional(AnyObject), data: Type.Optional(AnyJson) }),
  shape({ signal: Line, data: Type.Optional(AnyObject) }),
  shape({ begin: Line, data: Type.Optional(AnyObject) }),
  shape({ change: AnyObject }),
  shape({ advance: Line }),
  shape({ choose: Line, flows: Type.Array(Line, { minItems: 1 }) }),
]);
export type RunEvent = Static<typeof RunEvent>;
const RunEvents = Type.Array(RunEvent);

export function readEvents(value: unknown): readonly RunEvent[] {
  const [error] = Errors(RunEvents, value);
  if (error === undefined) return value as readonly RunEvent[];
  throw new UsageError(`expected a list of events, but ${error.instancePath || 'it'} ${error.message}`);
}
