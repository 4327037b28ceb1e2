import type { DecisionTable } from '../table.ts';
import type { Logic } from './logic.ts';

/** Every decision table within logic, in its order. */
export function tablesIn(logic: Logic): readonly DecisionTable[] {
  switch (logic.kind) {
    case 'table': return [logic];
    case 'literal': case 'undecided': return [];
    case 'context': return logic.entries.flatMap(({ value }) => tablesIn(value));
    case 'invocation': return logic.bindings.flatMap(({ value }) => tablesIn(value));
    case 'function': return tablesIn(logic.body);
    case 'relation': return logic.rows.flat().flatMap(tablesIn);
    case 'list': return logic.elements.flatMap(tablesIn);
    case 'conditional': return [logic.condition, logic.consequence, logic.otherwise].flatMap(tablesIn);
    case 'for': case 'some': case 'every': return [logic.source, logic.body].flatMap(tablesIn);
    case 'filter': return [logic.source, logic.match].flatMap(tablesIn);
  }
}
