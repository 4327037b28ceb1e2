import type { Data, Json } from '../../engine/state.ts';
import type { Notice, Procedure } from '../../procedures/procedure.ts';
import type { OutboxRow } from '../../storage/tables/outbox.ts';
import { anyNotice, usualNotices, waysToGet } from './usual-notices.ts';

type Language = 'vi' | 'en';
type Texts = Readonly<Record<string, Notice>>;

/** What a notice says to the citizen, in both languages: in the package's words, or the usual ones. */
export function noticeText({ kind, payload }: Pick<OutboxRow, 'kind' | 'payload'>, { notices }: Pick<Procedure, 'notices'>): Notice {
  const { title, body } = notices?.[kind] ?? (usualNotices as Texts)[kind] ?? anyNotice;
  const both = (text: Notice['title']) => ({ vi: filled(text.vi, payload, 'vi'), en: filled(text.en, payload, 'en') });
  return { title: both(title), body: both(body) };
}

/** Writes facts for `{due}` and the like; a sentence that names a fact nobody knows is not said. */
function filled(text: string, facts: Data, language: Language): string {
  const said = text.split(/(?<=[.?]) /).map((sentence) => {
    const missing = [...sentence.matchAll(/\{(\w+)\}/g)].some(([, name = '']) => fact(name, facts, language) === undefined);
    return missing ? '' : sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => fact(name, facts, language) ?? '');
  });
  return said.filter((sentence) => sentence !== '').join(' ');
}

/** `{dueTime}` is `{due}` with its hour: for what is due within hours, or before the office closes. */
function fact(name: string, facts: Data, language: Language): string | undefined {
  if (name === 'way') return (waysToGet[String(facts['delivery'])] ?? anyNotice.body)[language];
  const timed = name.endsWith('Time') ? facts[name.slice(0, -4)] : undefined;
  if (typeof timed === 'string') return `${format(timed, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, 'en-GB')} ${day(timed, language)}`;
  return worded(facts[name] ?? null, language);
}

/** What is said in both languages is said in the reader's. */
function worded(value: Json, language: Language): string | undefined {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return worded((value as Data)[language] ?? null, language);
  if (typeof value === 'number') return `${new Intl.NumberFormat('vi-VN').format(value)} đ`;
  if (typeof value !== 'string' || value === '') return undefined;
  return /^\d{4}-\d{2}-\d{2}(T.*Z)?$/.test(value) ? day(value, language) : value;
}

const format = (at: string, options: Intl.DateTimeFormatOptions, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Ho_Chi_Minh', ...options }).format(new Date(at));
/** A date alone is midnight in London, which is the same day in the office's zone. */
const day = (at: string, language: Language): string =>
  `${format(at, { weekday: 'long' }, language === 'vi' ? 'vi-VN' : 'en-GB')}, ${format(at, { day: '2-digit', month: '2-digit', year: 'numeric' }, 'en-GB')}`;
