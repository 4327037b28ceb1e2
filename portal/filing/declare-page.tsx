import { useState, type FormEvent } from 'react';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Check } from '../../ui/choices.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import type { LoadedForm } from '../forms/use-form.ts';
import { declarations } from './page-facts.ts';
import type { FilingRun } from './use-filing.ts';
import { useText } from './words.ts';

/** The declaration, and the button that files. Each declaration of the form stands here in its own words. */
export const DeclarePage = ({ loaded: { form }, filing }: { loaded: LoadedForm; filing: FilingRun }) => {
  const text = useText();
  const language = useLanguage();
  const [declared, setDeclared] = useState(false);
  const [missing, setMissing] = useState<readonly { id: string; message: string }[]>([]);
  const own = declarations(form).flatMap((id) => form.ui.fields[id]?.statement ?? []);
  const statements = own.length > 0 ? own.map((statement) => pick(statement, language)) : [text('declareText')];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(declared ? [] : [{ id: 'declare', message: text('declareMissing') }]);
    if (declared) filing.submit();
  };
  return (
    <Page title={text('declareTitle')} error={missing.length > 0} back={<BackLink href="#" label={text('feeTitle')} onClick={(event) => { event.preventDefault(); filing.back(); }} />}>
      <ErrorSummary errors={missing} />
      {filing.problem && <ProblemView error={filing.problem} />}
      <form onSubmit={submit} noValidate>
        <Check id="declare" label={statements.join(' ')} error={missing[0]?.message} checked={declared} onChange={setDeclared} />
        <p className="muted">{text('declarePrivacy')}</p>
        <Button kind="main" type="submit" busy={filing.value === 'submitting'}>{text('submit')}</Button>
      </form>
    </Page>
  );
};
