import { FeelRange } from './range.ts';
import { Refusal } from './run.ts';
import type { Syntax } from './syntax.ts';
import { nameOf } from './literals.ts';
import { kindOf } from './value.ts';

type Accepts = (value: unknown) => boolean;

const kinds: Readonly<Record<string, readonly string[]>> = {
  number: ['number'], string: ['string'], boolean: ['boolean'], date: ['date'], time: ['time'], 'date and time': ['date time'], list: ['list'], context: ['context'],
  'days and time duration': ['days duration'], 'years and months duration': ['months duration'], duration: ['days duration', 'months duration'], range: ['range'], function: ['function'], Null: ['null'],
};

/** The test of `instance of` for a type (DMN 1.5, 10.3.2.9.3): null belongs to no type but Null. */
export function instanceOf(type: Syntax): Accepts {
  const [inner] = type.children;
  switch (type.kind) {
    case 'Type': return instanceOf(inner!);
    case 'ListType': {
      const element = instanceOf(typeIn(type));
      // The parser reads `range<…>` as a list's type: see syntax.ts.
      if (type.text.startsWith('range')) return (value) => value instanceof FeelRange && [value.start, value.end].every((end) => (end ?? null) === null || element(end));
      return (value) => Array.isArray(value) && value.every(element);
    }
    case 'ContextType': {
      const entries = type.children.flatMap(({ kind, children }) => (kind === 'ContextEntryTypes' ? children : [])).filter(({ kind }) => kind === 'ContextEntryType')
        .map((entry) => ({ name: nameOf(entry.children[0]!), accepts: instanceOf(typeIn(entry)) }));
      return (value) => kindOf(value) === 'context' && entries.every(({ name, accepts }) => Object.hasOwn(value as object, name) && accepts((value as Record<string, unknown>)[name]));
    }
    case 'FunctionType': return (value) => kindOf(value) === 'function';
    default: {
      const name = nameOf(type);
      if (name === 'Any') return (value) => kindOf(value) !== 'null';
      const accepted = kinds[name];
      if (accepted === undefined) throw new Refusal(`expected a type of FEEL after "instance of", but came "${name.slice(0, 40)}"`);
      return (value) => accepted.includes(kindOf(value));
    }
  }
}

function typeIn(node: Syntax): Syntax {
  const type = node.children.find(({ kind }) => kind === 'Type');
  if (type === undefined) throw new Refusal(`expected a type inside "${node.text.slice(0, 40)}"`);
  return type;
}
