import { Link } from 'wouter';
import type { DutyList } from '../../server/api/duty.ts';
import { dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';

/** Who is on duty, unit by unit; where nobody is, who comes next. */
export const OnDutyNow = ({ list: { onDuty, next } }: { list: DutyList }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <section aria-labelledby="duty-now">
      <h2 id="duty-now">{text('dutyNow')}</h2>
      {onDuty.length === 0 ? <p>{text('dutyNobody')}</p> : (
        <ul className="duty-people">
          {onDuty.map(({ id, person, unit, to, note }) => (
            <li key={id}><strong>{person.name}</strong> <span className="muted">{text('dutyUntil', { at: dateTime(to) })}</span><span className="duty-line small muted">{[pick(unit.name, language), note].filter(Boolean).join(' · ')}</span></li>
          ))}
        </ul>
      )}
      {onDuty.length === 0 && next.map(({ id, person, from }) => <p key={id} className="small muted">{text('dutyNext', { name: person.name, at: dateTime(from) })}</p>)}
      <p><Link href="/duty/roster">{text('dutyRoster')}</Link></p>
    </section>
  );
};
