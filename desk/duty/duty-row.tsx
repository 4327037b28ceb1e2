import { Link } from 'wouter';
import type { OnDuty } from '../../server/api/duty.ts';
import { ClockState } from '../../ui/clock-view.tsx';
import { time } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { useRoleName } from '../../ui/roles.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';

const Step = ({ step: { task, name, by, clock } }: { step: OnDuty['steps'][number] }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <li>
      <Link href={`/tasks/${task}`}>{pick(name, language)}</Link> <span className="muted">{by ? text('dutyHas', { name: by.name }) : text('dutyFree')}</span> {clock.dueAt && <ClockState verdict={clock.verdict} left={clock.left} />}
    </li>
  );
};

const Called = ({ call: { name, role, at, by, doneAt } }: { call: OnDuty['escalated'][number] }) => {
  const text = useText();
  const language = useLanguage();
  const roleName = useRoleName();
  const how = doneAt !== null && by ? text('dutyCalledDone', { name: by.name, at: time(doneAt) }) : by ? text('dutyCalledBy', { name: by.name }) : text('dutyCalledOpen');
  return <li className={doneAt === null ? 'duty-called' : 'muted'}>{text('dutyCalled', { role: roleName(role), at: time(at), step: pick(name, language) })} – {how}</li>;
};

/** One open report: how much time is left, where it is, whose turn it is, and who was called in. */
export const Row = ({ row, number }: { row: OnDuty; number: number }) => {
  const text = useText();
  const language = useLanguage();
  const where = [row.road && pick(row.road, language), row.said].filter(Boolean).join(', ');
  return (
    <li className={`duty-row duty-${row.clock.verdict}`}>
      <span className="duty-number" aria-hidden="true">{number}</span>
      <div>
        <h3><span className="visually-hidden">{number}. </span><Link href={`/dossiers/${row.dossier}`}>{row.subject ?? row.code}</Link></h3>
        <p className="row"><ClockState {...row.clock} /><span className="muted small number">{row.code} · {text('dutySent', { at: time(row.submittedAt) })}</span></p>
        <p className="small">{[row.kind && pick(row.kind, language), where, row.point === null && text('dutyUnplaced'), row.followers > 0 && text('nearbyFollowers', { count: row.followers })].filter(Boolean).join(' · ')}</p>
        <ul className="duty-steps">{row.steps.map((step) => <Step key={step.task} step={step} />)}</ul>
        {row.escalated.length > 0 && <ul className="duty-steps">{row.escalated.map((call) => <Called key={call.at} call={call} />)}</ul>}
      </div>
    </li>
  );
};
