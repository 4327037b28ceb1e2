import type { Element } from '../document.ts';
import { idOf, list, nameOf, only, textOf, typeOf, variableOf } from '../element.ts';
import { anything } from '../item-type.ts';
import { readTable } from '../read-table.ts';
import type { FunctionLogic, IterationLogic, Logic } from './logic.ts';
import { checked, sample, withNames } from './reading.ts';
import type { Reading } from './reading.ts';

type Reader = (element: Element, reading: Reading) => Logic;

const readers: Readonly<Record<string, Reader>> = {
  literalExpression: (element, reading) => ({ kind: 'literal', id: idOf(element) || reading.place, text: checked(element, textOf(element), 'expression', reading) }),
  decisionTable: readTable,
  context(element, reading) {
    let inner = reading;
    const entries = list(element, 'contextEntry').map((entry) => {
      const variable = only(entry, 'variable');
      const value = readIn(entry, inner, 'an expression in each entry of a context');
      const item = reading.types(typeOf(variable));
      if (variable === undefined) return { item: anything, value };
      inner = withNames(inner, { [nameOf(variable)]: sample(item) });
      return { name: nameOf(variable), item, value };
    });
    return { kind: 'context', entries };
  },
  invocation: (element, reading) => ({
    kind: 'invocation',
    callee: { kind: 'literal', id: idOf(element) || reading.place, text: checked(element, textOf(only(element, 'literalExpression')), 'expression', reading) },
    bindings: list(element, 'binding').map((binding) => ({ name: nameOf(only(binding, 'parameter') ?? binding), value: readIn(binding, reading, 'an expression for each parameter') })),
  }),
  functionDefinition: readFunction,
  relation(element, reading) {
    const columns = list(element, 'column').map(nameOf);
    const rows = list(element, 'row').map((row) => row.children.filter(isLogic).map((cell) => readLogic(cell, reading)));
    for (const cells of rows) if (cells.length !== columns.length) reading.report(idOf(element) || reading.place, `expected ${columns.length} cells in each row of the relation, but one has ${cells.length}`);
    return { kind: 'relation', columns, rows };
  },
  list: (element, reading) => ({ kind: 'list', elements: element.children.filter(isLogic).map((child) => readLogic(child, reading)) }),
  conditional: (element, reading) => ({
    kind: 'conditional',
    condition: readIn(only(element, 'if'), reading, 'an expression in "if"'),
    consequence: readIn(only(element, 'then'), reading, 'an expression in "then"'),
    otherwise: readIn(only(element, 'else'), reading, 'an expression in "else"'),
  }),
  for: (element, reading) => iteration(element, reading, 'for', 'return'),
  some: (element, reading) => iteration(element, reading, 'some', 'satisfies'),
  every: (element, reading) => iteration(element, reading, 'every', 'satisfies'),
  filter: (element, reading) => ({
    kind: 'filter',
    source: readIn(only(element, 'in'), reading, 'an expression in "in"'),
    match: readIn(only(element, 'match'), withNames(reading, { item: null }), 'an expression in "match"'),
  }),
};

export const isLogic = ({ name }: Element): boolean => Object.hasOwn(readers, name);

/** Reads a boxed expression and checks every text in it, so that only what can run is run. */
export const readLogic: Reader = (element, reading) => readers[element.name]!(element, { ...reading, place: idOf(element) || reading.place });

/** Reads the one boxed expression inside `element`; a fault that says what was expected when there is none. */
export function readIn(element: Element | undefined, reading: Reading, expected: string): Logic {
  const found = element?.children.find(isLogic);
  if (found !== undefined) return readLogic(found, reading);
  reading.report((element && idOf(element)) || reading.place, `expected ${expected}, but there is none that is executed`);
  return { kind: 'literal', id: reading.place, text: 'null' };
}

/** A function definition in FEEL; those of other languages are refused. */
export function readFunction(element: Element, reading: Reading): FunctionLogic {
  const kind = element.attributes['kind'] ?? 'FEEL';
  if (kind !== 'FEEL') reading.report(idOf(element) || reading.place, `expected a function in FEEL, but this one is of the kind "${kind}", and functions of other languages are never run`);
  const parameters = list(element, 'formalParameter').map((parameter) => ({ name: nameOf(parameter), item: reading.types(typeOf(parameter)) }));
  const inner = withNames(reading, Object.fromEntries(parameters.map(({ name, item }) => [name, sample(item)])));
  const body = kind === 'FEEL' ? readIn(element, inner, 'an expression as the body of the function') : { kind: 'literal' as const, id: reading.place, text: 'null' };
  return { kind: 'function', parameters, body, result: reading.types(typeOf(element.children.find(isLogic)) ?? typeOf(element)) };
}

function iteration(element: Element, reading: Reading, kind: IterationLogic['kind'], part: string): IterationLogic {
  const variable = element.attributes['iteratorVariable']?.normalize('NFC').trim() ?? variableOf(element);
  return {
    kind, variable,
    source: readIn(only(element, 'in'), reading, 'an expression in "in"'),
    body: readIn(only(element, part), withNames(reading, { [variable]: null, ...(kind === 'for' && { partial: null }) }), `an expression in "${part}"`),
  };
}
