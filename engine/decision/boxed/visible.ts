import type { Scope } from '../../expression/run.ts';
import type { Context } from '../../expression/value.ts';

/** Every name visible in a scope, for the parser. */
export function visible(scope: Scope): Context {
  return scope.outer === undefined ? scope.names : { ...visible(scope.outer), ...scope.names };
}
