import { FileText } from 'lucide-react';
import { byteSize } from '../../forms/media.ts';
import type { DeskDossier, Opinion } from '../../server/api/desk.ts';
import { addressOf } from '../../ui/api.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { dateTime, money } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { State, type StateTone } from '../../ui/state.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import type { Application } from '../step/composer.tsx';
import { useText } from '../words.ts';
import { OpenQuestions } from './open-questions.tsx';
import { Corrections } from './corrections.tsx';

const opinionTones: Record<Opinion['standing'], StateTone> = { pending: 'waiting', agreed: 'done', objected: 'late', 'deemed-consent': 'done', withdrawn: 'ended' };
const paymentTones: Record<DeskDossier['payments'][number]['state'], StateTone> = { pending: 'waiting', paid: 'done', failed: 'late', refunded: 'ended', waived: 'done' };

/** What was issued, asked, answered and paid along the way. */
export const Papers = ({ dossier, application }: { dossier: DeskDossier; application: Application | undefined }) => {
  const text = useText();
  const language = useLanguage();
  const { letters, opinions, supplements, payments } = dossier;
  return (
    <>
      <p><a href={addressOf('GET /api/desk/dossiers/:id/control-sheet', { id: dossier.id })} target="_blank" rel="noreferrer"><Icon of={FileText} /> {text('controlSheet')}</a></p>
      {letters.length + opinions.length + supplements.length + payments.length === 0 && <EmptyState title={text('noPapers')}><p>{text('noPapersHint')}</p></EmptyState>}
      {letters.length > 0 && <h2>{text('letters')}</h2>}
      <ul className="plain-list">
        {letters.map((letter) => (
          <li key={letter.id}>
            <a href={addressOf('GET /api/letters/:id', { id: letter.id }, { inline: '1' })} target="_blank" rel="noreferrer"><Icon of={FileText} /> {pick(letter.name, language)}{letter.number && ` – ${letter.number}`}</a>
            <span className="small muted">{dateTime(letter.issuedAt)} · PDF, {byteSize(letter.size, language)}{letter.purpose !== 'along-the-way' && <strong> · {text(letter.purpose === 'result' ? 'isResult' : 'isInternal')}</strong>}</span>
          </li>
        ))}
      </ul>
      {opinions.length > 0 && <h2>{text('opinions')}</h2>}
      <ul className="plain-list">
        {opinions.map((opinion) => (
          <li key={opinion.task}>
            <span><strong>{pick(opinion.agency.name, language)}</strong> <State tone={opinionTones[opinion.standing]} word={text(`opinion_${opinion.standing}`)} /></span>
            <span className="small muted">
              {text('askedAt', { at: dateTime(opinion.askedAt) })}
              {opinion.answeredAt ? <> · {text('answeredAt', { at: dateTime(opinion.answeredAt) })}{opinion.by && ` · ${opinion.by.name}`}</> : opinion.dueAt && <> · {text('answerBy', { at: dateTime(opinion.dueAt) })}</>}
            </span>
            {opinion.text && <p className="pre">{opinion.text}</p>}
          </li>
        ))}
      </ul>
      {supplements.map((supplement) => <Corrections key={supplement.number} supplement={supplement} application={application} />)}
      {payments.length > 0 && <h2>{text('payments')}</h2>}
      {payments.length > 0 && <OpenQuestions dossier={dossier} about="fee" />}
      <ul className="plain-list">
        {payments.map((payment) => (
          <li key={payment.id}>
            <span><strong className="number">{money(payment.fee.total)}</strong> <State tone={paymentTones[payment.state]} word={text(`payment_${payment.state}`)} /></span>
            <span className="small muted">{payment.fee.lines.map(({ name }) => pick(name, language)).join(', ')}{payment.paidAt && ` · ${dateTime(payment.paidAt)}`}{payment.receiptNo && ` · ${text('receiptNo', { number: payment.receiptNo })}`}{payment.owed > 0 && ` · ${text('moneyOwed')}: ${money(payment.owed)}`}{payment.returned > 0 && ` · ${text('moneyCameBack', { amount: money(payment.returned) })}`}</span>
          </li>
        ))}
      </ul>
    </>
  );
};
