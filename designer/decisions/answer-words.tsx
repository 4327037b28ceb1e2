import { formatNumber } from '../../forms/number.ts';
import type { Data, Json } from '../../engine/state.ts';
import { date, money, timeLimit } from '../../ui/format.ts';
import type { Language } from '../../ui/language.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';

/** What is known of a part of an answer: what it is called, whether it is money, what its codes mean. */
export interface PartSense {
  readonly label: string;
  readonly isMoney: boolean;
  readonly labels: ReadonlyMap<string, string>;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** The parts of an answer; what it says in both languages (`nameVi`, `nameEn`) once, in the reader's. */
const inLanguage = (value: Data, language: Language): readonly (readonly [name: string, part: Json])[] =>
  Object.entries(value).flatMap(([name, part]) => {
    const [, stem = '', ending] = /^(.+)(Vi|En)$/.exec(name) ?? [];
    if (!Object.hasOwn(value, `${stem}Vi`) || !Object.hasOwn(value, `${stem}En`)) return [[name, part] as const];
    return ending === 'Vi' ? [[stem, (language === 'en' ? value[`${stem}En`] : part) ?? null] as const] : [];
  });

/** An answer as a person reads it: yes or no, money, a limit, a choice by its name; several parts one under the other, each with what it is called. */
export const AnswerWords = ({ value, sense, senseOf, isWithin = false }: { value: Json; sense?: PartSense | undefined; isWithin?: boolean; senseOf: (name: string, isWithin: boolean) => PartSense }) => {
  const text = useText();
  const language = useLanguage();
  const within = (inner: Json, of = sense) => <AnswerWords value={inner} sense={of} senseOf={senseOf} isWithin />;
  if (value === null || value === '') return <span className="muted">{text('answerNothing')}</span>;
  if (typeof value === 'boolean') return text(value ? 'readYes' : 'readNo');
  if (typeof value === 'number') return sense?.isMoney ? money(value) : formatNumber(value, language);
  if (typeof value === 'string') return sense?.labels.get(value) ?? (day.test(value) ? date(value) : timeLimit(value, language));
  if (Array.isArray(value)) return value.length === 0 ? <span className="muted">{text('answerNothing')}</span> : <ol className="answer-parts">{(value as readonly Json[]).map((inner, index) => <li key={index}>{within(inner)}</li>)}</ol>;
  return <SummaryList rows={inLanguage(value as Data, language).map(([name, inner]) => ({ label: senseOf(name, isWithin).label, value: within(inner, senseOf(name, isWithin)) }))} />;
};
