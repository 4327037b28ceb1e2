import { useState } from 'react';
import { Redirect } from 'wouter';
import type { Draft } from '../../server/api/draft.ts';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { SignedIn } from '../account/signed-in.tsx';
import { useForm, type LoadedForm } from '../forms/use-form.ts';
import { LoadPage } from '../shell/load.tsx';
import { useResource } from '../shell/resource.ts';
import { CheckPage } from './check-page.tsx';
import { ConflictPage } from './conflict-page.tsx';
import { DeclarePage } from './declare-page.tsx';
import { FeePage } from './fee-page.tsx';
import { QuestionPage } from './question-page.tsx';
import { TasksPage } from './tasks-page.tsx';
import { useFiling } from './use-filing.ts';
import { useText } from './words.ts';

interface RunProps {
  draft: Draft;
  loaded: LoadedForm;
  part: string;
}

const Run = ({ draft, loaded, part }: RunProps) => {
  const text = useText();
  const filing = useFiling(draft, loaded, part);
  const { value, page, checked, filed } = filing;
  if (filed) return <Redirect to={`/filed/${filed}`} replace />;
  if (value === 'conflict') return <ConflictPage />;
  if (value === 'page' && page) return <QuestionPage key={page.id} draft={draft} loaded={loaded} filing={filing} page={page} />;
  if (value === 'checking') return <Page title={text('checking')}><Skeleton /></Page>;
  if (value === 'check' && checked) return <CheckPage draft={draft} loaded={loaded} filing={filing} checked={checked} />;
  if (value === 'fee' && checked) return <FeePage filing={filing} checked={checked} />;
  if (value === 'declare' || value === 'submitting') return <DeclarePage loaded={loaded} filing={filing} />;
  return <TasksPage draft={draft} loaded={loaded} filing={filing} />;
};

const WithForm = ({ draft: fetched, part }: { draft: Draft; part: string }) => {
  // only the first copy counts: from then on the answers live here and go the other way
  const [draft] = useState(fetched);
  const form = useForm(draft.procedure.key, draft.form, draft.version);
  return <LoadPage of={form}>{(loaded) => <Run draft={draft} loaded={loaded} part={part} />}</LoadPage>;
};

const Fetched = ({ id, part }: { id: string; part: string }) => {
  const draft = useResource('GET /api/drafts/:id', { params: { id } });
  return <LoadPage of={draft}>{(data) => <WithForm draft={data} part={part} />}</LoadPage>;
};

/** From task list to confirmation; the address names the place, so that back, forward and reload do what one expects. */
export const Filing = ({ id, place }: { id: string; place: string | undefined }) => <SignedIn>{() => <Fetched id={id} part={place ?? ''} />}</SignedIn>;
