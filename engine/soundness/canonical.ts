import type { Definition } from '../definition.ts';
import type { Data, Scope, State, Subscription, Token } from '../state.ts';
import { turnsText } from './standing.ts';

/** A text that is the same for two states exactly when they differ in nothing but ids, data and the order in which tokens came. */
export const canonical = (state: State, { nodes }: Definition): string => {
  if (state.status !== 'active') return state.status;
  const inScope = grouped(state.tokens, ({ scope }) => scope);
  const scopes = new Map(state.scopes.map((scope) => [scope.id, scope]));
  const ofToken = grouped(state.subscriptions, ({ token }) => token);
  const ofScope = grouped(state.subscriptions, ({ token, scope }) => (token === undefined ? scope : undefined));
  const codes = new Map(state.incidents.map(({ id, code, retry }) => [id, `${code}.${retry}`]));
  const known = new Map<number, number>();
  const nameOf = (scope: number): number => known.get(scope) ?? known.set(scope, known.size).get(scope)!;
  const tokenText = (token: Token): string => `${token.at}${restText(token)}${watched(ofToken.get(token.id))}`;
  const restText = ({ wait, via }: Token): string => {
    switch (wait.on) {
      case 'join': return `<${via ?? ''}`;
      case 'incident': return `!${codes.get(wait.incident) ?? ''}${via ?? ''}`;
      case 'scope': return scopeText(scopes.get(wait.scope)!);
      default: return wait.on === 'event' ? '~' : '';
    }
  };
  const scopeText = (scope: Scope): string => {
    const { id, called = '', interrupted, fired, turns, undo } = scope;
    const marks = `${called}${interrupted ? '!' : ''}${fired ? JSON.stringify(fired) : ''}${turns ? turnsText(nodes[scope.node]!, turns) : ''}${undo ? `u${undo.length}` : ''}`;
    const text = `${marks}${watched(ofScope.get(id))}(${(inScope.get(id) ?? []).map(tokenText).toSorted().join(',')})`;
    return state.compensations ? `${nameOf(id)}${text}` : text;
  };
  const root = scopes.get(0);
  const done = (state.compensations ?? []).map(({ node, scope, inner, partial }) => `${node}${partial ? '~' : ''}@${nameOf(scope)}${inner === undefined ? '' : `:${nameOf(inner)}`}`).join(';');
  return `${root ? scopeText(root) : ''}${done}${state.history ? JSON.stringify(state.history) : ''}`;
};

const grouped = <T>(all: readonly T[], by: (each: T) => number | undefined): ReadonlyMap<number, readonly T[]> => {
  const groups = new Map<number, T[]>();
  for (const each of all) {
    const key = by(each);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
};

const watched = (subscriptions: readonly Subscription[] = []): string =>
  (subscriptions.length === 0 ? '' : `[${subscriptions.map(({ node, part = '', event }) => `${node}${part}${event.kind === 'timer' ? event.value : ''}`).toSorted().join(',')}]`);

/** Without the values that are its own. */
const nobodys = <T extends { readonly own?: Data; readonly values?: Data }>(each: T): Omit<T, 'own' | 'values'> => {
  const { own: _, values: __, ...rest } = each;
  return rest;
};

const mostRecords = 2;

/**
 * The state without what a proof does not look at: data, values of tokens and scopes. Of what could be compensated, the last
 * records of each activity stand for all.
 */
export const bare = (state: State): State => {
  const { compensations, ...rest } = state;
  const records = compensations?.map(nobodys);
  const kept = records?.filter(({ node, scope }, index) => records.slice(index + 1).filter((later) => later.node === node && later.scope === scope).length < mostRecords);
  return {
    ...rest,
    data: {},
    tokens: state.tokens.some(({ own }) => own) ? state.tokens.map(nobodys) : state.tokens,
    scopes: state.scopes.some(({ own }) => own) ? state.scopes.map(nobodys) : state.scopes,
    ...(kept && { compensations: kept }),
  };
};
