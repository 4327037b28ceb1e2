import { ArrowRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { DeskDossier } from '../../server/api/desk.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { ClockState } from '../../ui/clock-view.tsx';
import { dateTime, dueDate, timeLimit } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { personCalled } from '../person-called.ts';
import { useText } from '../words.ts';
import { listHref } from '../worklist/place.ts';
import { OpenQuestions } from './open-questions.tsx';
import { StateChip } from './state-chip.tsx';

/** Which dossier this is, where it stands, and how much of the legal time is left. */
export const DossierHead = ({ dossier, after }: { dossier: DeskDossier; after: string | undefined }) => {
  const text = useText();
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  const { clock, turn } = dossier;
  useEffect(() => {
    document.title = `${dossier.code} – motcua`;
  }, [dossier.code]);
  useEffect(() => {
    // the screen is made anew for each dossier and step: this is an arrival
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className="dossier-head">
      <div className="dossier-nav no-print">
        <BackLink href={listHref()} label={text('backToList')} />
        {after && <Link href={`/tasks/${after}`} className="dossier-after">{text('nextStep')} <Icon of={ArrowRight} /></Link>}
      </div>
      <div className="dossier-title">
        <div>
          <p className="page-caption">{pick(dossier.procedure.name, language)} · <span className="number">{dossier.code}</span></p>
          <h1 ref={heading} tabIndex={-1}>{dossier.subject ?? (dossier.applicant && personCalled(dossier.applicant.name)) ?? pick(dossier.procedure.name, language)}</h1>
        </div>
        <dl className="dossier-standing">
          <div><dt>{text('colState')}</dt><dd><StateChip state={dossier.state} /></dd></div>
          <div>
            <dt>{text('legalTime')}{clock.limit && ` (${timeLimit(clock.limit, language)})`}</dt>
            <dd><ClockState {...clock} />{clock.dueAt && clock.status !== 'ended' && <span className="small muted">{text('dueOn', { at: dueDate(clock.dueAt, clock.left, language) })}</span>}
              {clock.earlier.map(({ dueAt, until }) => <span key={until} className="small muted">{text('dueEarlier', { at: dateTime(dueAt), until: dateTime(until) })}</span>)}
              {clock.pause && <span className="small muted">{text('pausedSince', { at: dateTime(clock.pause.since) })}</span>}
              {!clock.confirmed && clock.status === 'running' && <span className="small muted">{text('calendarOpen')}</span>}
              <OpenQuestions dossier={dossier} about="limit" />
            </dd>
          </div>
          <div><dt>{text('turn')}</dt><dd>{turn.whose === 'nobody' ? text('whose_nobody') : <>{turn.step ? pick(turn.step, language) : ''} <span className="small muted">{turn.unit && turn.whose !== 'applicant' ? pick(turn.unit.name, language) : text(`whose_${turn.whose}`)}</span></>}</dd></div>
        </dl>
      </div>
    </header>
  );
};
