import { Link } from 'wouter';
import type { ProcedureFigures } from '../../server/api/figures.ts';
import { decimal, timeLimit } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Answers } from './answers.tsx';
import { Steps } from './steps.tsx';
import { percent, taken } from './taken.ts';
import { useText } from './words.ts';

/** One procedure: how long it takes stands in sight, every figure behind it is unfolded. */
export const OfProcedure = ({ figures, minimum }: { figures: ProcedureFigures; minimum: number }) => {
  const text = useText();
  const language = useLanguage();
  const { key, limit, counted, time, onTime, ended, open, late, stars, rated } = figures;
  const name = pick(figures.name, language);
  const few = text('tooFew', { minimum });
  const took = (minutes: number) => taken(minutes, counted, language);
  const lateWords = late > 0 ? ` (${text('lateNow', { count: late })})` : '';
  return (
    <details className="clock-of">
      <summary>
        <h3>{name}</h3>
        <span>{time ? text('takes', { median: took(time.median), p90: took(time.p90) }) : text('takesUnknown', { minimum })}</span>
        <span className="muted small">
          {onTime !== null && `${text('onTimeShare', { share: percent(onTime, language) })} · `}{text('openNow', { count: open })}
          {late > 0 && <strong className="clock-late">{lateWords}</strong>}
        </span>
      </summary>
      <SummaryList
        rows={[
          { label: text('limit'), value: timeLimit(limit, language) },
          { label: text('median'), value: time ? took(time.median) : few },
          { label: text('p90'), value: time ? took(time.p90) : few },
          { label: text('onTime'), value: onTime === null ? few : `${percent(onTime, language)}, ${text('ofEnded', { count: ended })}` },
          { label: text('open'), value: `${open}${lateWords}` },
          { label: text('stars'), value: stars === null ? few : `${decimal(stars, language)}/5, ${text('ratings', { count: rated })}` },
        ]}
      />
      {figures.steps.length > 0 && <Steps figures={figures} minimum={minimum} />}
      {figures.asked.length > 0 && <Answers figures={figures} />}
      <p><Link href={`/services/${key}`}>{text('toSheet', { name })}</Link></p>
    </details>
  );
};
