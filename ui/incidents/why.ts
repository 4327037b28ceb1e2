import type { KeyOf } from '../texts.ts';
import { createTexts } from '../use-text.ts';
import { vi } from './words/vi.ts';

const words = createTexts(vi, async () => (await import('./words/en.ts')).en);

const known = {
  'missing-data': 'incidentWhyMissing', condition: 'incidentWhyCondition', 'no-condition': 'incidentWhyCondition', 'no-flow': 'incidentWhyNoWay', 'no-transition': 'incidentWhyNoWay',
  expression: 'incidentWhyExpression', collection: 'incidentWhyExpression', cardinality: 'incidentWhyExpression', 'ad-hoc-steps': 'incidentWhyExpression', decision: 'incidentWhyDecision', deadlock: 'incidentWhyDeadlock', runaway: 'incidentWhyRunaway', crowded: 'incidentWhyCrowded',
  'connector-failed': 'incidentWhyOutside', 'connector-died': 'incidentWhyOutside', 'timer-unreadable': 'incidentWhyTimer', 'timer-failed': 'incidentWhyTimer',
  'letter-unknown': 'incidentWhyPackage', 'letter-prepared': 'incidentWhyPackage', 'register-unknown': 'incidentWhyPackage', 'notice-unknown': 'incidentWhyPackage', 'fee-invalid': 'incidentWhyPackage', 'called-process': 'incidentWhyPackage',
} as const satisfies Readonly<Record<string, KeyOf<typeof vi>>>;

const wordOf = (code: string): KeyOf<typeof vi> => (Object.hasOwn(known, code) ? known[code as keyof typeof known] : 'incidentWhyOther');

/** Says in plain words what an incident's code means, in the reader's language. */
export const useWhy = () => {
  const text = words.useText();
  return (code: string): string => text(wordOf(code));
};
