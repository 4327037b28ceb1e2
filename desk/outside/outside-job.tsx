import { useState } from 'react';
import { Link } from 'wouter';
import type { OutsideJob } from '../../server/api/outside-work.ts';
import { Button } from '../../ui/button.tsx';
import { dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { State, type StateTone } from '../../ui/state.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { DossierLink } from '../incidents/dossier-link.tsx';
import { useText } from '../words.ts';
import { OutsideDialog } from './outside-dialog.tsx';

const tones: Readonly<Record<OutsideJob['standing'], StateTone>> = { waiting: 'waiting', held: 'open', silent: 'late', again: 'soon' };

/** One such step: of which dossier, since when, who has it or what went wrong; an administrator has it given out again, does it by hand, or takes the way of an error. */
export const OutsideJobCard = ({ job }: { job: OutsideJob }) => {
  const text = useText();
  const language = useLanguage();
  const [asking, setAsking] = useState<'release' | 'complete' | 'fail'>();
  return (
    <article className="outside-job">
      <h2>{pick(job.step, language)}</h2>
      <p><State tone={tones[job.standing]} word={text(`outside_${job.standing}`, { program: job.program ?? '–', until: dateTime(job.until) })} /></p>
      <p><DossierLink {...job} /> · {pick(job.procedure.name, language)} · {pick(job.unit.name, language)}</p>
      <dl className="outside-facts small">
        <dt>{text('outsideTopic')}</dt><dd><code>{job.topic}</code></dd>
        <dt>{text('outsideSince')}</dt><dd>{dateTime(job.since)}</dd>
        {job.attempts > 0 && <><dt>{text('outsideTries')}</dt><dd>{text('outsideTriesCount', { count: job.attempts })}</dd></>}
        {job.error !== null && <><dt>{text('outsideError')}</dt><dd>{job.error}</dd></>}
      </dl>
      <p className="row">
        {job.standing !== 'waiting' && <Button small onClick={() => setAsking('release')}>{text('outsideRelease')}</Button>}
        <Button small onClick={() => setAsking('complete')}>{text('outsideDo')}</Button>
        {(job.errors.any || job.errors.codes.length > 0) && <Button small onClick={() => setAsking('fail')}>{text('outsideFail')}</Button>}
        <Link className="small" href={`/process/${job.dossier}`}>{text('seeProcess')}</Link>
      </p>
      {asking !== undefined && <OutsideDialog job={job} act={asking} onClose={() => setAsking(undefined)} />}
    </article>
  );
};
