import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Data } from '../../engine/state.ts';
import { evaluate } from '../../forms/evaluate.ts';
import { FormView } from '../../forms/ui/form-view.tsx';
import type { DeskDossier } from '../../server/api/desk.ts';
import type { FormView as LoadedForm } from '../../server/api/procedure.ts';
import { addressOf } from '../../ui/api.ts';
import { queryOf } from '../../ui/query.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';

const Answered = ({ loaded: { form, catalogues }, answer }: { loaded: LoadedForm; answer: Data }) => {
  const language = useLanguage();
  const [at] = useState(() => new Date().toISOString());
  const evaluation = useMemo(() => evaluate(form, answer, at), [form, answer, at]);
  return <FormView form={form} evaluation={evaluation} lang={language} catalogues={catalogues} fileHref={({ file }) => addressOf('GET /api/files/:id', { id: file }, { inline: '1' })} />;
};

/** What a step answered, in the words of its own form. */
export const StepAnswer = ({ dossier, form, answer }: { dossier: DeskDossier; form: string; answer: Data }) => {
  const loaded = useQuery({
    ...queryOf('GET /api/procedures/:key/forms/:form', { params: { key: dossier.procedure.key, form }, query: { version: dossier.procedureVersion.hash } }),
    staleTime: Infinity,
  });
  return <div className="step-answer"><Load of={loaded} lines={3}>{(data) => <Answered loaded={data} answer={answer} />}</Load></div>;
};
