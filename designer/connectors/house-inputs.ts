import type { Text } from '../words.ts';
import type { KnownInput } from './known-inputs.ts';

const inputs = {
  'letter.issue': { number: 'string', reason: 'string', newDue: 'string', items: 'array', byHand: 'string', sign: 'boolean' },
  'register.number': {},
  'fee.request': { fee: 'object' },
  notify: { remark: 'string' },
  follow: { code: 'string' },
  publish: { reason: 'string', content: 'object', minutes: 'number' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, NonNullable<KnownInput['shape']['type']>>>>>;
type Name = { [C in keyof typeof inputs]: keyof (typeof inputs)[C] }[keyof typeof inputs];

/** What a step hands to a connector of the house, in words, where they are known; the rest is called by its name. */
export const houseInputs = (connector: string, given: readonly string[], text: Text): readonly KnownInput[] =>
  (Object.entries(Object.hasOwn(inputs, connector) ? inputs[connector as keyof typeof inputs] : {}) as readonly (readonly [Name, NonNullable<KnownInput['shape']['type']>])[])
    .flatMap(([name, type]): KnownInput[] => (given.includes(name) ? [{ name, shape: { title: text(`houseInput_${name}`), type }, isRequired: false }] : []));
