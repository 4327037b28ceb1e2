import { newsKinds } from '../../procedures/news.ts';
import type { Notice } from '../../procedures/procedure.ts';
import type { Finding } from '../../server/api/designer.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Findings } from '../findings/findings.tsx';
import { BothTexts } from '../forms/both-texts.tsx';
import { freshKey } from '../letters/letter-files.ts';
import { useText } from '../words.ts';
import { KeyedRows } from './keyed-rows.tsx';
import type { PartProps } from './part.ts';

// whole from the start: what is not stops every other check
const fresh: Notice = { title: { vi: 'Tin báo mới', en: 'New notice' }, body: { vi: 'Mở hồ sơ để đọc.', en: 'Open your dossier to read it.' } };
const byItself: ReadonlySet<string> = new Set(newsKinds);

/** What the applicant is told: by steps that notify, or, under the names of what is told by itself, in other words than usual. */
export const Notices = ({ procedure: { notices = {} }, put, findings }: PartProps & { findings: readonly Finding[] }) => {
  const text = useText();
  const language = useLanguage();
  const of = (key: string) => findings.filter(({ element }) => element === `notices.${key}`);
  const titleOf = (title: string, key: string) => [title, byItself.has(key) && text(`news_${key as (typeof newsKinds)[number]}`), of(key).length > 0 && `(${text('findingCount', { count: of(key).length })})`].filter(Boolean).join(' · ');
  return (
    <KeyedRows
      id="notice" items={notices} title={({ title }, key) => titleOf(pick(title, language), key)} add={text('addNotice')} onChange={(next) => put(['notices'], Object.keys(next).length === 0 ? undefined : next)}
      fresh={[freshKey(Object.keys(notices), 'notice'), fresh]}
    >
      {({ title, body }, key) => (
        <>
          <Findings of={of(key)} />
          {byItself.has(key) && <p className="muted small">{text('noticeByItself', { when: text(`news_${key as (typeof newsKinds)[number]}`) })}</p>}
          <BothTexts id={`notice-${key}-title`} legend={text('noticeTitle')} value={title} onChange={(next) => put(['notices', key, 'title'], next)} />
          <BothTexts long id={`notice-${key}-body`} legend={text('noticeBody')} value={body} onChange={(next) => put(['notices', key, 'body'], next)} />
          <p className="muted small">{text('noticeBodyHint')}</p>
        </>
      )}
    </KeyedRows>
  );
};
