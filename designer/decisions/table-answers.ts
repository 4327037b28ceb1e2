import type { LocalText } from '../../forms/text.ts';
import type { Named } from '../conditions/named.ts';
import { allowed } from './column-kind.ts';
import type { TableView } from './table-file.ts';

/** Lists of answers cannot be compared with a value. */
const lists = /^(COLLECT|RULE ORDER|OUTPUT ORDER)$/;

/** What a step's table answers, as a condition behind it may look at it. `result`: the name under which the step keeps it. */
export function tableAnswers({ outputs, named, hitPolicy }: TableView, result: string, group: LocalText): readonly Named[] {
  if (lists.test(hitPolicy)) return [];
  return outputs.map(({ name, type, values }, index) => {
    const { vi, en } = named.outputs[index] ?? { vi: '' };
    const options = allowed(values).map((value) => ({ value, label: { vi: value, en: value } }));
    const kind = options.length > 0 ? 'choice' : type === 'number' || hitPolicy.startsWith('COLLECT ') ? 'number' : type === 'boolean' ? 'yesNo' : 'text';
    return { name: outputs.length === 1 ? result : `${result}.${name}`, kind, label: { vi: vi || name, en: en || vi || name }, group, ...(options.length > 0 && { options }) };
  });
}
