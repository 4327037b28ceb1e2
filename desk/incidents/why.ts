import type { KeyOf } from '../../ui/texts.ts';
import type { vi } from '../words/vi.ts';

const known = {
  'missing-data': 'incidentWhyMissing', condition: 'incidentWhyCondition', 'no-condition': 'incidentWhyCondition', 'no-flow': 'incidentWhyNoWay', 'no-transition': 'incidentWhyNoWay',
  expression: 'incidentWhyExpression', collection: 'incidentWhyExpression', cardinality: 'incidentWhyExpression', decision: 'incidentWhyDecision', deadlock: 'incidentWhyDeadlock', runaway: 'incidentWhyRunaway', crowded: 'incidentWhyCrowded',
  'connector-failed': 'incidentWhyOutside', 'connector-died': 'incidentWhyOutside', 'timer-unreadable': 'incidentWhyTimer', 'timer-failed': 'incidentWhyTimer',
  'letter-unknown': 'incidentWhyPackage', 'register-unknown': 'incidentWhyPackage', 'notice-unknown': 'incidentWhyPackage', 'fee-invalid': 'incidentWhyPackage', 'called-process': 'incidentWhyPackage',
} as const satisfies Readonly<Record<string, KeyOf<typeof vi>>>;

/** The sentence that says in plain words what an incident's code means. */
export const whyOf = (code: string): KeyOf<typeof vi> => (Object.hasOwn(known, code) ? known[code as keyof typeof known] : 'incidentWhyOther');
