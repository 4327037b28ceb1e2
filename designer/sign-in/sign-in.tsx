import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { SignInOptions } from '../../server/api/session.ts';
import { addressOf, call } from '../../ui/api.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ErrorSummary, type PageError } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { queryOf } from '../../ui/query.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { setSession } from '../account/session.ts';
import { Load } from '../shell/load.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import './sign-in.css';

const PasswordForm = ({ options }: { options: SignInOptions }) => {
  const text = useText();
  const client = useQueryClient();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<PageError[]>([]);
  const act = useAct(async () => setSession(client, await call('POST /api/session', { body: { username: username.trim(), password } })));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const errors = [
      ...(username.trim() ? [] : [{ id: 'username', message: text('usernameMissing') }]),
      ...(password ? [] : [{ id: 'password', message: text('passwordMissing') }]),
    ];
    setMissing(errors);
    if (errors.length === 0) act.run();
  };
  const refused = act.problem ? [{ id: 'username', message: act.problem.detail || act.problem.title }] : [];
  const errorOf = (id: string) => missing.find((error) => error.id === id)?.message;
  const samples = options.samples.filter(({ role }) => role === 'admin' || role === 'process_designer');
  return (
    <div className="sign-in">
      <form onSubmit={submit} noValidate>
        <ErrorSummary errors={missing.length > 0 ? missing : refused} />
        <TextField id="username" autoComplete="username" autoCapitalize="none" spellCheck={false} label={text('username')} error={errorOf('username')} value={username} onChange={(event) => setUsername(event.target.value)} />
        <TextField id="password" type="password" autoComplete="current-password" label={text('password')} error={errorOf('password')} value={password} onChange={(event) => setPassword(event.target.value)} />
        <Button kind="main" type="submit" busy={act.busy}>{text('signIn')}</Button>
      </form>
      {samples.length > 0 && (
        <section aria-labelledby="samples">
          <h2 id="samples">{text('samples')}</h2>
          <p>{text('samplesHint', { password: samples[0]?.password ?? '' })}</p>
          <ul className="sign-in-samples">
            {samples.map((sample) => (
              <li key={sample.username}>
                <Button onClick={() => { setUsername(sample.username); setPassword(sample.password); setMissing([]); }}>{sample.name} · {text(sample.role === 'admin' ? 'roleAdmin' : 'roleDesigner')}</Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};

export const SignIn = () => {
  const text = useText();
  const language = useLanguage();
  const options = useQuery(queryOf('GET /api/session/options', {}));
  return (
    <Page title={text('signInTitle')} wide>
      <p className="lead">{text('signInLead')}</p>
      <Load of={options}>
        {(given) => (
          <>
            {given.openid && <p><ButtonLink kind="main" outside href={addressOf('GET /api/session/openid', {}, { return: location.pathname })}>{text('signInWith', { name: pick(given.openid.name, language) })}</ButtonLink></p>}
            {given.password && <PasswordForm options={given} />}
          </>
        )}
      </Load>
    </Page>
  );
};
