import { resultName } from '../engine/result-name.ts';
import type { Data, Json } from '../engine/state.ts';
import type { FieldFault } from './answer.ts';
import { withValueAt } from './field-path.ts';
import type { OpenDossier } from './open-dossier.ts';
import { invalid } from './supplement.ts';

/**
 * What the data become when values are put right by their path ("application.work.footprint"): the whole values of the first
 * names in the paths. The application and answers of steps are judged by their forms; what the house knows itself cannot be changed.
 */
export function corrected(open: Pick<OpenDossier, 'row' | 'procedure'>, changes: Data): Data {
  const { row, procedure } = open;
  const names = [...new Set(Object.keys(changes).map((path) => path.split('.')[0] ?? ''))];
  const fixed = names.filter((name) => name === 'dossier' || name === 'origin');
  if (fixed.length > 0) throw invalid(fixed.map((path) => ({ path, message: 'expected a value of the application or of a step, but this is what the house itself knows' })));
  const data = put(row.data, changes);
  const faults = names.flatMap((name): FieldFault[] => {
    const form = formOf(open, name);
    const found = form === undefined ? [] : (procedure.check?.(form, data[name] ?? null, data) ?? []);
    return found.map((fault) => ({ ...fault, path: `${name}.${fault.path}` }));
  });
  if (faults.length > 0) throw invalid(faults);
  return Object.fromEntries(names.map((name): [string, Json] => [name, data[name] ?? null]));
}

/** The form whose answer is kept under a name. */
function formOf({ procedure: { definition } }: Pick<OpenDossier, 'procedure'>, name: string): string | undefined {
  if (name === 'application') return 'application';
  return Object.values(definition.nodes).find((node) => resultName(node) === name && node.step.form !== undefined)?.step.form;
}

function put(data: Data, changes: Data): Data {
  try {
    return Object.entries(changes).reduce((all, [path, value]) => withValueAt(all, path, value), data);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw invalid([{ path: 'changes', message: error.message }]);
  }
}
