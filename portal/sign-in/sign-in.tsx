import { useState, type FormEvent } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import type { SignInOptions } from '../../server/api/session.ts';
import { addressOf, call } from '../../ui/api.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ErrorSummary, type PageError } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { setSession, useSession } from '../account/session.ts';
import { Load } from '../shell/load.tsx';
import { useResource } from '../shell/resource.ts';
import { useAct } from '../../ui/use-act.ts';
import { useText } from './words.ts';
import { Begin } from './begin.tsx';
import { returnPath } from './return-path.ts';
import { Samples } from './samples.tsx';

const PasswordForm = ({ options, onDone }: { options: SignInOptions; onDone: () => void }) => {
  const text = useText();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<PageError[]>([]);
  const act = useAct(async () => {
    setSession(await call('POST /api/session', { body: { username: username.trim(), password } }));
    onDone();
  });
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
  return (
    <>
      <ErrorSummary errors={missing.length > 0 ? missing : refused} />
      <form onSubmit={submit} noValidate>
        <TextField id="username" name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} label={text('username')} error={errorOf('username')} value={username} onChange={(event) => setUsername(event.target.value)} />
        <TextField id="password" name="password" type="password" autoComplete="current-password" label={text('password')} error={errorOf('password')} value={password} onChange={(event) => setPassword(event.target.value)} />
        <Button kind="main" type="submit" busy={act.busy}>{text('signIn')}</Button>
      </form>
      <Samples options={options} onPick={(sample) => { setUsername(sample.username); setPassword(sample.password); setMissing([]); }} />
    </>
  );
};

export const SignIn = () => {
  const text = useText();
  const language = useLanguage();
  const [, go] = useLocation();
  const [search] = useSearchParams();
  const { data: session } = useSession();
  const begin = search.get('begin');
  // an application begins once it is known whose: by password at once, from another site's sign-in on coming back to this page
  const back = begin ? `/sign-in?begin=${encodeURIComponent(begin)}` : returnPath(search.get('return'));
  const options = useResource('GET /api/session/options', {});
  if (begin && session?.account?.kind === 'citizen') return <Begin procedure={begin} />;
  return (
    <Page title={text('signIn')}>
      <p>{begin ? text('signInToBegin') : text('signInLead')}</p>
      <Load of={options}>
        {(given) => (
          <>
            {given.openid && (
              <p><ButtonLink kind="main" outside href={addressOf('GET /api/session/openid', {}, { return: back })}>{text('signInWith', { name: pick(given.openid.name, language) })}</ButtonLink></p>
            )}
            {given.password && <PasswordForm options={given} onDone={() => begin || go(back, { replace: true })} />}
          </>
        )}
      </Load>
    </Page>
  );
};
