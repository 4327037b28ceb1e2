import { isObject } from '../../forms/field-path.ts';
import type { DeskDossier, OpenQuestion } from '../../server/api/desk.ts';
import { date, dateTime, money } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { SummaryList, type SummaryRow } from '../../ui/summary-list.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { personCalled } from '../person-called.ts';
import { useText } from '../words.ts';
import { OpenQuestions } from './open-questions.tsx';

/** In đồng, once it was worked out. */
const feeIn = ({ facts: { fee } }: Pick<DeskDossier, 'facts'>): number | undefined => (isObject(fee) && typeof fee['total'] === 'number' ? fee['total'] : undefined);

/** Who filed, if anybody did, how, when, and how the result goes out. */
export const Facts = ({ dossier }: { dossier: DeskDossier }) => {
  const text = useText();
  const language = useLanguage();
  const { applicant, delivery } = dossier;
  const fee = feeIn(dossier);
  const asks = (about: OpenQuestion['about']): boolean => dossier.questions.some((question) => question.about === about);
  const rows: (SummaryRow | false)[] = [
    applicant !== null && { label: text('factApplicant'), value: <>{personCalled(applicant.name)}<span className="form-line number muted">{applicant.idNo}</span></> },
    applicant !== null && applicant.phone !== null && { label: text('factPhone'), value: <a href={`tel:${applicant.phone}`} className="number">{applicant.phone}</a> },
    applicant !== null && applicant.email !== null && { label: text('factEmail'), value: <a href={`mailto:${applicant.email}`}>{applicant.email}</a> },
    { label: text('factFiled'), value: <>{dateTime(dossier.submittedAt)} · {text(`channel_${dossier.channel}`)}</> },
    dossier.acceptedAt !== null && { label: text('factAccepted'), value: dateTime(dossier.acceptedAt) },
    dossier.endedAt !== null && { label: text('factEnded'), value: dateTime(dossier.endedAt) },
    delivery !== null && { label: text('factDelivery'), value: <>{text(delivery.asked ? 'fetchedInstead' : `delivery_${delivery.method}`)}{[delivery.receiver, delivery.phone, delivery.address].filter(Boolean).map((line) => <span key={line} className="form-line">{line}</span>)}</> },
    ...dossier.lookUps.map(({ name, said, sources }) => ({
      label: pick(name, language),
      value: <>{pick(said, language)}{[...new Set(sources.map(({ source, sourceDate }) => `${source}, ${date(sourceDate)}`))].map((source) => <span key={source} className="form-line muted">{source}</span>)}</>,
    })),
    { label: text('factUnit'), value: <>{pick(dossier.unit.name, language)}<OpenQuestions dossier={dossier} about="competence" /></> },
    (fee !== undefined || asks('fee')) && { label: text('factFee'), value: <>{fee === undefined ? text('feeNotYet') : money(fee)}<OpenQuestions dossier={dossier} about="fee" /></> },
    { label: text('factVersion'), value: <>{text('versionNo', { number: dossier.procedureVersion.number })}<OpenQuestions dossier={dossier} about="law" /></> },
  ];
  return (
    <section className="facts" aria-labelledby="facts-title">
      <h2 id="facts-title">{text('facts')}</h2>
      <SummaryList rows={rows.filter((row): row is SummaryRow => row !== false)} />
    </section>
  );
};
