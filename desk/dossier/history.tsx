import { useState } from 'react';
import type { DeskDossier, StepDone } from '../../server/api/desk.ts';
import { dateTime, workingTime } from '../../ui/format.ts';
import { ClockState } from '../../ui/clock-view.tsx';
import { pick } from '../../ui/language.ts';
import { Timeline, type TimelineItem } from '../../ui/timeline.tsx';
import { useRoleName } from '../../ui/roles.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { personCalled } from '../person-called.ts';
import { useText } from '../words.ts';
import { RecordPanel } from './record-panel.tsx';
import { StepAnswer } from './step-answer.tsx';

const stateOf = ({ standing, clock }: StepDone): TimelineItem['state'] =>
  standing === 'completed' ? 'done' : standing === 'cancelled' ? 'todo' : clock.verdict === 'late' ? 'late' : 'current';

/** Who did which step, when, how much working time it took and whether it was late. */
const Step = ({ step, dossier }: { step: StepDone; dossier: DeskDossier }) => {
  const text = useText();
  const language = useLanguage();
  const roleName = useRoleName();
  const [open, setOpen] = useState(false);
  return (
    <>
      <p className="small">
        {[
          (step.by && personCalled(step.by.name)) ?? (step.role === 'applicant' ? roleName('applicant') : text('nobodyYet')),
          step.role !== 'applicant' && pick(step.unit.name, language),
          step.closedAt ? `${dateTime(step.openedAt)} → ${dateTime(step.closedAt)}` : text('since', { at: dateTime(step.openedAt) }),
        ].filter(Boolean).join(' · ')}
      </p>
      <p className="small row">
        {step.used && <span>{text('timeUsed', { time: workingTime(step.used, language) })}</span>}
        {step.standing === 'cancelled' ? <span className="muted">{text('cancelled')}</span> : step.clock.limit !== null && <ClockState verdict={step.clock.verdict} left={step.standing === 'completed' ? null : step.clock.left} />}
      </p>
      {step.answer && step.form && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{text('stepAnswer')}<span className="visually-hidden">: {pick(step.name, language)}</span></summary>
          {open && <StepAnswer dossier={dossier} form={step.form} answer={step.answer} />}
        </details>
      )}
    </>
  );
};

export const History = ({ dossier }: { dossier: DeskDossier }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <>
      <h2>{text('historySteps')}</h2>
      <Timeline
        items={dossier.steps.map((step) => ({ key: step.task, title: pick(step.name, language), state: stateOf(step), detail: <Step step={step} dossier={dossier} /> }))}
      />
      <RecordPanel dossier={dossier} />
      <h2>{text('journal')}</h2>
      <ol className="journal">
        {dossier.history.toReversed().map((entry) => (
          <li key={entry.seq} value={entry.seq}>
            <span>{pick(entry.text, language)}</span>
            <span className="small muted"><span className="number">{dateTime(entry.at)}</span> · {entry.by ? personCalled(entry.by.name) : text('system')} · <code title={entry.hash}>{entry.hash.slice(0, 10)}</code></span>
          </li>
        ))}
      </ol>
    </>
  );
};
