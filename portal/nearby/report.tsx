import type { Nearby } from '../../server/api/nearby.ts';
import { addressOf } from '../../ui/api.ts';
import { ClockState } from '../../ui/clock-view.tsx';
import { workingTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { State } from '../../ui/state.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { stateTones } from '../dossier/state-words.ts';
import { ago } from './ago.ts';
import { useText } from './words.ts';

type Shown = Omit<Nearby['reports'][number], 'metres' | 'following' | 'mine'>;

/** Photos of somebody’s report: copies without what the camera wrote. One that cannot be had is left out. */
export const Pictures = ({ report, pictures }: { report: string; pictures: readonly string[] }) => {
  const text = useText();
  if (pictures.length === 0) return null;
  return (
    <ul className="nearby-pictures">
      {pictures.map((picture, index) => (
        <li key={picture}>
          <img src={addressOf('GET /api/nearby/:id/pictures/:picture', { id: report, picture })} alt={text('pictureOf', { number: index + 1 })} loading="lazy" onError={({ currentTarget }) => currentTarget.parentElement?.remove()} />
        </li>
      ))}
    </ul>
  );
};

/** What may be known of a report by somebody who did not send it. */
export const Facts = ({ report, at, metres, heading: Heading }: { report: Shown; at: string; metres?: number; heading: 'h2' | 'h3' }) => {
  const text = useText();
  const language = useLanguage();
  const age = ago(report.submittedAt, at);
  const where = metres === undefined ? undefined : metres === 0 ? text('here') : text('metres', { metres });
  return (
    <>
      <Heading>{[report.kind ? pick(report.kind, language) : pick(report.procedure.name, language), where].filter(Boolean).join(', ')}</Heading>
      <p className="row">
        <State tone={stateTones[report.state]} word={report.step ? pick(report.step, language) : text(`state_${report.state}`)} />
        {report.clock.status === 'running' && <ClockState {...report.clock} />}
      </p>
      <p className="small muted">
        {age ? text('sentAgo', { time: workingTime({ ...age, working: false }, language) }) : text('sentNow')}
        {report.followers > 0 && ` · ${text('alsoReported', { count: report.followers })}`}
      </p>
    </>
  );
};
