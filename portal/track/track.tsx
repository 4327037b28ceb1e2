import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'wouter';
import type { Tracked } from '../../server/api/track.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { ClockView } from '../../ui/clock-view.tsx';
import { ErrorSummary, type PageError } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { State } from '../../ui/state.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Progress } from '../dossier/progress.tsx';
import { sentences } from '../dossier/sentences.ts';
import { stateTones } from '../dossier/state-words.ts';
import { useAct } from '../../ui/use-act.ts';
import { useText, words } from '../dossier/words.ts';

const Answer = ({ tracked, onAgain }: { tracked: Tracked; onAgain: () => void }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <Page title={tracked.code} caption={pick(tracked.procedure, language)}>
      <p><State tone={stateTones[tracked.state]} word={text(`state_${tracked.state}`)} /></p>
      {sentences(tracked, words.text, language).map((sentence) => <p key={sentence}>{sentence}</p>)}
      <h2>{text('clockTitle')}</h2>
      <ClockView clock={tracked.clock} />
      <h2>{text('timelineTitle')}</h2>
      <Progress steps={tracked.timeline} />
      <p className="muted small">{text('trackPrivacy')}</p>
      <Button onClick={onAgain}>{text('trackAgain')}</Button>
    </Page>
  );
};

const cleanCode = (code: string) => code.trim().toUpperCase().replace(/\s+/g, '');

/** Progress of a dossier for whoever has its code and a second thing that only the applicant knows. */
export const Track = () => {
  const text = useText();
  const [search] = useSearchParams();
  const [code, setCode] = useState(search.get('code') ?? '');
  const [digits, setDigits] = useState('');
  const [missing, setMissing] = useState<PageError[]>([]);
  const [tracked, setTracked] = useState<Tracked>();
  const act = useAct(async () => setTracked(await call('POST /api/track', { body: { code: cleanCode(code), lastDigits: digits.replace(/\D/g, '') } })));
  if (tracked) return <Answer tracked={tracked} onAgain={() => setTracked(undefined)} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const errors = [
      ...(cleanCode(code) ? [] : [{ id: 'code', message: text('codeMissing') }]),
      ...(/^\d{4}$/.test(digits.replace(/\D/g, '')) ? [] : [{ id: 'digits', message: text('digitsMissing') }]),
    ];
    setMissing(errors);
    if (errors.length === 0) act.run();
  };
  const refused = act.problem ? [{ message: act.problem.status === 404 ? text('trackNotFound') : act.problem.detail || act.problem.title }] : [];
  const errors = missing.length > 0 ? missing : refused;
  const errorOf = (id: string) => missing.find((error) => error.id === id)?.message;
  return (
    <Page title={text('trackTitle')} error={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <form onSubmit={submit} noValidate>
        <TextField id="code" label={text('code')} hint={text('codeHint')} error={errorOf('code')} autoCapitalize="characters" autoComplete="off" spellCheck={false} value={code} onChange={(event) => setCode(event.target.value)} />
        <TextField id="digits" label={text('digitsLabel')} hint={text('digitsHint')} error={errorOf('digits')} inputMode="numeric" autoComplete="off" maxLength={8} value={digits} onChange={(event) => setDigits(event.target.value)} />
        <Button kind="main" type="submit" busy={act.busy}>{text('trackButton')}</Button>
      </form>
    </Page>
  );
};
