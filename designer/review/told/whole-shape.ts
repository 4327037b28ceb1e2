import type { CorrelationKey, Conversation, Expression } from '../../../engine/definition.ts';
import type { Machine, Meta } from '../../../engine/statechart/machine.ts';
import { decimal } from '../../../ui/format.ts';
import { pick } from '../../../ui/language.ts';
import type { WholeProperty } from '../process-diff.ts';
import type { Called } from './called.ts';
import { instantWords } from './instant-words.ts';
import { quoted, type Shape } from './shape.ts';
import { valuesFor } from './values.ts';

type Parts<T> = { readonly [K in keyof Required<T>]: readonly [string, Shape] };

/** How what belongs to a process as a whole is told. Messages, signals and data at the start have no name but the one that their author wrote: it is quoted. */
export function wholeShape(property: WholeProperty, called: Called): Shape {
  const { text, language } = called;
  const { value, prose, code, list } = valuesFor(called);
  switch (property) {
    case 'wholeName': return prose;
    case 'processes': return { is: 'entries', item: (id, name: string) => (name === '' ? called.process(id) : quoted(name)), of: prose };
    case 'context': {
      const held = (one: unknown): string => (typeof one === 'boolean' ? text(one ? 'toldYes' : 'toldNo') : typeof one === 'number' ? decimal(one, language) : typeof one === 'string' ? quoted(one) : one === null ? text('feelNull') : text('toldSomeValue'));
      const label = (name: string): string => quoted(((found) => (found ? pick(found.label, language) : name))(called.named.dossier.find((one) => one.name === name)));
      return { is: 'entries', item: label, whole: (name, one: NonNullable<Machine['context']>[string]) => `${label(name)} (${held(one)})`, of: value(held) };
    }
    case 'starts': {
      const parts = {
        timers: [text('toldStartsTimers'), list((one: string) => instantWords(one, called))],
        messages: [text('toldStartsMessages'), list((one: string) => quoted(one))],
        signals: [text('toldStartsSignals'), list((one: string) => quoted(one))],
      } as const satisfies Parts<NonNullable<Meta['starts']>>;
      return { is: 'group', parts };
    }
    case 'conversation': {
      const found = value((one: Expression) => called.feel(one.text));
      const properties: Shape = { is: 'entries', item: (name) => quoted(name), of: found };
      const ofKey = { key: ['', code], properties: ['', properties] } as const satisfies Parts<CorrelationKey>;
      const parts = {
        messages: ['', { is: 'entries', item: (name) => text('toldOfMessage', { name: quoted(name) }), of: { is: 'list', id: (one: CorrelationKey) => one.key, item: (one: CorrelationKey) => Object.keys(one.properties).map(quoted).join(' + '), of: { is: 'group', parts: ofKey } } }],
        expected: [text('toldExpected'), { is: 'entries', item: (_key, one: Conversation['expected'][string]) => Object.keys(one).map(quoted).join(' + '), of: properties }],
      } as const satisfies Parts<Conversation>;
      return { is: 'group', parts };
    }
  }
}
