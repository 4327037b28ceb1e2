import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { tellDone, useDone } from './flash.ts';

/** National states after which nothing more happens. */
const ended: readonly number[] = [3, 7, 8, 10];
const keptMilliseconds = 60_000;

/** After a decision: what was done and what happens next with the dossier, above the page that follows. */
export const DoneNotice = () => {
  const text = useText();
  const language = useLanguage();
  const done = useDone();
  const [path] = useLocation();
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => tellDone(undefined), keptMilliseconds);
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <output className="done-notice">
      {done && (
        <Notice kind="done" title={text(done.begun ? 'doneBegun' : done.raised ? 'doneRaised' : 'doneStep', { step: pick(done.step, language), code: done.code })}>
          <p className="row">
            {done.open.length === 0 ? text(ended.includes(done.state) ? 'doneNothingOpen' : 'doneMachine') : text('doneNext', { steps: done.open.map(({ name, whose }) => `${pick(name, language)} (${text(`whose_${whose}`)})`).join(', ') })}
            {!path.includes(done.dossier) && <Link href={`/dossiers/${done.dossier}`}>{text('seeDossier', { code: done.code })}</Link>}
            <Button kind="quiet" small onClick={() => tellDone(undefined)}>{text('dismiss')}</Button>
          </p>
        </Notice>
      )}
    </output>
  );
};
