import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useResource } from '../shell/resource.ts';
import { useText } from './words.ts';
import { QrPicture } from './qr-picture.tsx';
import { codeIn } from './code-in.ts';
import { VerifiedPaper } from './verified-paper.tsx';

const Ask = ({ start = '' }: { start?: string }) => {
  const text = useText();
  const [, go] = useLocation();
  const [code, setCode] = useState(start);
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!codeIn(code));
    if (codeIn(code)) go(`/verify/${codeIn(code)}`);
  };
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary errors={missing ? [{ id: 'verify-code', message: text('verifyMissing') }] : []} />
      <TextField id="verify-code" label={text('verifyCode')} hint={text('verifyCodeHint')} error={missing ? text('verifyMissing') : undefined} autoComplete="off" autoCapitalize="characters" spellCheck={false} value={code} onChange={(event) => setCode(event.target.value)} />
      <div className="row">
        <Button kind="main" type="submit">{text('verifyButton')}</Button>
        <QrPicture onCode={(found) => go(`/verify/${found}`)} />
      </div>
    </form>
  );
};

const Answer = ({ code }: { code: string }) => {
  const text = useText();
  const { data, error, reload } = useResource('GET /api/verify/:code', { params: { code } });
  if (data) return <VerifiedPaper letter={data} />;
  if (error?.status === 404)
    return (
      <Page title={text('verifyUnknown')} error>
        <Notice kind="danger"><p>{text('verifyUnknownHint', { code })}</p></Notice>
        <Ask start={code} />
      </Page>
    );
  return (
    <Page title={text('verifyTitle')}>
      {error ? <ProblemView error={error} retry={reload} /> : <Skeleton />}
    </Page>
  );
};

/** Is this paper real? By the code printed on it; a phone's camera opens this page from the QR by itself. */
export const Verify = ({ code }: { code: string | undefined }) => {
  const text = useText();
  if (code) return <Answer code={code} />;
  return (
    <Page title={text('verifyTitle')}>
      <p>{text('verifyLead')}</p>
      <Ask />
    </Page>
  );
};
