import type { Answer, Auth, Callback, Description, Exchange, Sample, Simulated } from '../../../procedures/described/description.ts';
import { byteSize } from '../../../forms/media.ts';
import { pick } from '../../../ui/language.ts';
import { spanOf } from '../../connectors/span.ts';
import { typeWords } from '../../connectors/type-words.ts';
import { answerShape, leavesOf } from './answers.ts';
import type { Called } from './called.ts';
import { quoted, type Parts, type Shape } from './shape.ts';
import { valuesFor } from './values.ts';

type KeysOf<T> = T extends unknown ? keyof T : never;
type AllOf<T> = { readonly [K in keyof Required<T>]: readonly [string, Shape] };
type Described = Description['inputs'];

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value === 'object' && value !== null ? 'object' : 'value');

/** What every member of a described connector is called and how it is told; the compiler asks for a new one. What only the system outside reads (addresses, headers, formulas over its answers) stands as it is written. */
export function connectorShape(called: Called): Shape {
  const { text, language } = called;
  const { value, prose, both, code, yesNo, number, oneOf, quoted: written, list } = valuesFor(called);
  const group = (parts: Parts): Shape => ({ is: 'group', parts });
  const named = (of: Shape): Shape => ({ is: 'entries', item: quoted, of });
  const seconds = value((count: number) => ((span) => text(`connectorSpan_${span.unit}`, { count: span.count }))(spanOf(count)));
  const bytes = value((size: number) => byteSize(size, language));

  /** The shape of what is handed over or comes back: by the titles of its parts, else their names. */
  const described: Shape = {
    is: 'either', say: () => '', of: () => group({
      type: [text('connectorKind'), value((type: Described['type']) => typeWords(text, { type }))], title: [text('toldName'), prose],
      properties: ['', { is: 'entries', item: (name, one: Described) => quoted(one.title ?? name), whole: (name, one: Described) => `${quoted(one.title ?? name)} (${typeWords(text, one)})`, of: described }],
      required: [text('connectorRequired'), list((name: string) => quoted(name))], additionalProperties: [text('toldUnaskedAnswers'), yesNo(true)], items: [text('toldItems'), described],
      enum: [text('toldEnum'), list((one: unknown) => quoted(String(one)))],
      ...Object.fromEntries((['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'] as const).map((limit) => [limit, [text(`toldLimit_${limit}`), number] as const])),
    }),
  };
  /** What is built of formulas: an object or a list through and through, else one formula or value. */
  const mapping: Shape = {
    is: 'either', kind: kindOf, say: (one: unknown) => (kindOf(one) === 'value' ? quoted(String(one)) : text(kindOf(one) === 'array' ? 'connectorListMade' : 'connectorGroupMade')),
    of: (one) => (Array.isArray(one) ? { is: 'list', item: (_, nth) => text('toldNth', { nth }), of: mapping } : kindOf(one) === 'object' ? named(mapping) : value((single: unknown) => quoted(String(single)))),
  };
  const statuses = (status: Answer['status']): string => [status].flat().join(', ');
  const meant = ({ means, code: way = '…' }: Answer): string => text(`connectorMeans_${means}`, { code: way });
  const answerParts = {
    status: [text('connectorStatus'), value((status: Answer['status']) => statuses(status))], when: [text('connectorWhen'), written], means: [text('connectorMeaning'), oneOf((means) => quoted(text(`connectorMeans_${means}` as 'connectorMeans_done', { code: '…' })))],
    data: [text('connectorKept'), mapping], code: [text('connectorErrorCode'), written], message: [text('connectorMessage'), written],
  } as const satisfies AllOf<Answer>;
  const answers: Shape = { is: 'list', isAlike: (one: Answer, other: Answer) => one.means === other.means, item: (one: Answer) => text('connectorAnswerOf', { status: statuses(one.status), means: meant(one) }), of: group(answerParts) };
  const simulatedParts = { when: [text('connectorWhen'), written], status: [text('connectorStatus'), value(String)], headers: [text('connectorHeaders'), named(written)], body: [text('connectorBody'), mapping] } as const satisfies AllOf<Simulated>;
  const simulated: Shape = { is: 'list', item: (_: Simulated, nth) => text('toldNth', { nth }), of: group(simulatedParts) };
  const exchange = {
    method: [text('connectorMethod'), written], path: [text('connectorPath'), written], query: [text('connectorQuery'), named(written)], headers: [text('connectorHeaders'), named(written)], body: [text('connectorBody'), mapping],
    idempotency: [text('connectorKey'), group({ header: [text('connectorKey_header'), written], query: [text('connectorKey_query'), written], body: [text('connectorKey_body'), written] })],
    timeoutSeconds: [text('connectorTimeout'), seconds], largestAnswer: [text('connectorLargest'), bytes], answers: [text('connectorAnswers'), answers], simulated: [text('connectorPlayed'), simulated],
  } as const satisfies AllOf<Exchange>;
  const poll = group({ ...exchange, everySeconds: [text('connectorEvery'), seconds], forSeconds: [text('connectorFor'), seconds] });
  const callback = group({
    header: [text('connectorSignedIn'), written], secret: [text('connectorSecret'), written], forSeconds: [text('connectorFor'), seconds], answers: [text('connectorAnswers'), answers],
    simulated: [text('connectorPlayed'), group({ body: [text('connectorBody'), mapping] })],
  } satisfies AllOf<Callback>);
  const auth = { scheme: ['', code], secret: [text('connectorSecret'), written], user: [text('connectorUser'), written], password: [text('connectorPassword'), written], header: [text('connectorSignedIn'), written] } as const satisfies { readonly [K in KeysOf<Auth>]: readonly [string, Shape] };
  const authWords = (one: Auth): string => `${text(`connectorAuth_${one.scheme}`)} ${quoted('secret' in one ? one.secret : one.user)}`;
  const outcome = { done: [text('connectorMeans_done'), mapping], error: [text('connectorErrorCode'), written], incident: [text('connectorMeans_incident'), written], retry: [text('connectorMeans_retry'), yesNo()] } as const satisfies { readonly [K in KeysOf<Sample['expect']>]: readonly [string, Shape] };
  const sample = { title: [text('toldName'), both], inputs: [text('connectorSampleGiven'), answerShape(called, undefined)], expect: [text('connectorSampleExpected'), group(outcome)] } as const satisfies AllOf<Sample>;
  const parts = {
    format: [text('toldFormat'), code], name: [text('toldCodeOf'), code], title: [text('connectorName'), both], about: [text('connectorAbout'), both], system: [text('connectorSystem'), written],
    auth: [text('connectorAuth'), { is: 'either', kind: ({ scheme }: Auth) => scheme, say: authWords, of: () => group(auth) }],
    inputs: [text('connectorInputs'), described], answer: [text('connectorAnswer'), described], said: [text('connectorSaid'), both], call: [text('connectorCall'), group(exchange)],
    later: [text('connectorLater'), { is: 'either', kind: (one: object) => Object.keys(one).join(''), say: (one: object) => text('poll' in one ? 'connectorLaterAsked' : 'connectorLaterTold'), of: () => group({ poll: ['', poll], callback: ['', callback] }) }],
    retry: [text('connectorRetry'), group({ attempts: [text('connectorAttempts'), number], firstSeconds: [text('connectorFirst'), seconds], longestSeconds: [text('connectorLongest'), seconds] })],
    samples: [text('connectorSamples'), { is: 'list', id: ({ title }: Sample) => title.vi, item: ({ title }: Sample) => quoted(pick(title, language)), of: group(sample) }],
    source: [text('toldSource'), prose], mark: [text('toldMark'), oneOf((mark) => text(`mark_${mark}` as 'mark_design').toLowerCase())],
  } as const satisfies AllOf<Description>;
  return group(parts);
}

/** Samples with what they hand over as single values. */
export const plainConnector = (connector: unknown): unknown => {
  const { samples, ...rest } = connector as Description;
  return { ...rest, samples: samples.map(({ inputs, ...sample }) => ({ ...sample, inputs: leavesOf(inputs) })) };
};
