import { useMachine } from '@xstate/react';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { pageOf } from '../../forms/flow.ts';
import { setAt } from '../../forms/field-path.ts';
import { validate, type FieldError } from '../../forms/validate.ts';
import type { Draft, DraftChecked } from '../../server/api/draft.ts';
import { call, newKey } from '../../ui/api.ts';
import { Problem, isProblem } from '../../ui/problem.ts';
import type { LoadedForm } from '../forms/use-form.ts';
import { filingMachine, placeOf, type FilingValue, type Place } from './machine.ts';
import { declarations, ownErrors, pageFacts } from './page-facts.ts';
import { useAnswers, type Answers } from './use-answers.ts';

const toPlace = (part: string): Place => (part === '' ? 'tasks' : part === 'check' || part === 'fee' || part === 'declare' ? part : { page: part });
const toPart = (place: Place): string => (typeof place === 'object' ? place.page : place === 'tasks' ? '' : place);

/** Runs the filing machine: keeps address and machine in step, calls the server where the machine waits for it. */
export const useFiling = (draft: Draft, { form, check, catalogues }: LoadedForm, part: string) => {
  const [at] = useState(() => new Date().toISOString());
  const [, navigate] = useLocation();
  const judge = (answers: Answers) => validate(form, check, answers, { at, catalogues });
  const { answers, change, status, savedAt, autosave } = useAnswers(draft);
  const [snapshot, send, actor] = useMachine(filingMachine, { input: { pages: pageFacts(form, judge(answers)) } });
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [checked, setChecked] = useState<DraftChecked>();
  const [problem, setProblem] = useState<Problem>();
  const [filed, setFiled] = useState<string>();
  const typed = useRef(false);
  const key = useRef(newKey());

  const value = snapshot.value as FilingValue;
  const place = placeOf(value, snapshot.context.page);
  const wanted = place === undefined ? undefined : toPart(place);

  useEffect(() => {
    if (status === 'conflict') send({ type: 'CONFLICT' });
  }, [status, send]);

  /** Tells the machine which pages there are now, if anything was typed since it was last told. */
  const tell = () => {
    if (!typed.current) return;
    typed.current = false;
    send({ type: 'ANSWERED', pages: pageFacts(form, judge(answers)) });
  };

  // the address moved (a link, or back and forward): the machine follows where it may, else the address returns
  useEffect(() => {
    if (wanted === undefined || part === wanted) return;
    tell();
    send({ type: 'GO', place: toPlace(part) });
    const now = actor.getSnapshot();
    const reached = placeOf(now.value as FilingValue, now.context.page);
    if (reached !== undefined && toPart(reached) !== part) navigate(`/filing/${draft.id}/${toPart(reached)}`.replace(/\/$/, ''), { replace: true });
    setErrors([]);
    // oxlint-disable-next-line react/exhaustive-deps -- only a move of the address counts
  }, [part]);

  // the machine moved: the address follows
  const last = useRef(wanted);
  useEffect(() => {
    if (wanted === undefined || last.current === wanted) return;
    last.current = wanted;
    setErrors([]);
    if (wanted !== part) navigate(`/filing/${draft.id}/${wanted}`.replace(/\/$/, ''));
    // oxlint-disable-next-line react/exhaustive-deps -- only a move of the machine counts
  }, [wanted]);

  const runCheck = async () => {
    await autosave.flush();
    if (!autosave.isSaved()) return send({ type: 'FAILED' });
    const found = await call('POST /api/drafts/:id/check', { params: { id: draft.id } });
    const declared = declarations(form);
    const open = found.errors.filter(({ path }) => !declared.includes(path));
    setChecked({ ...found, errors: open });
    send({ type: 'CHECKED', valid: open.length === 0 });
  };

  const runSubmit = async () => {
    const data = structuredClone(answers) as Record<string, never>;
    for (const id of declarations(form)) setAt(data, id, true);
    autosave.change(data);
    await autosave.flush();
    if (!autosave.isSaved()) return send({ type: 'FAILED' });
    const done = await call('POST /api/drafts/:id/file', { params: { id: draft.id }, body: { revision: autosave.revision(), declared: true }, key: key.current });
    setFiled(done.dossier);
    send({ type: 'FILED' });
  };

  useEffect(() => {
    if (value !== 'checking' && value !== 'submitting') return;
    const run = async () => {
      setProblem(undefined);
      try {
        await (value === 'checking' ? runCheck() : runSubmit());
      } catch (error) {
        if (!isProblem(error)) throw error;
        setProblem(error);
        if (error.status > 0 && error.status < 500) key.current = newKey();
        send({ type: error.code === 'revision-conflict' ? 'CONFLICT' : value === 'submitting' && error.status === 422 ? 'REFUSED' : 'FAILED' });
      }
    };
    void run();
    // oxlint-disable-next-line react/exhaustive-deps -- once on entering the state
  }, [value]);

  return {
    value, page: form.ui.pages.find(({ id }) => id === snapshot.context.page), facts: snapshot.context.pages, at, answers, status, savedAt, errors, checked, problem, filed,
    change: (next: Answers) => {
      typed.current = true;
      change(next);
    },
    /** Judges the open page; goes on when it is right. */
    savePage: () => {
      const found = ownErrors(form, judge(answers)).filter(({ path }) => pageOf(form, path)?.id === snapshot.context.page);
      setErrors(found);
      if (found.length > 0) return;
      typed.current = true;
      tell();
      // who presses “Save” does not read on the next page that it is not saved
      void autosave.flush();
      send({ type: 'SAVE' });
    },
    back: () => {
      tell();
      send({ type: 'BACK' });
    },
    /** Once what was typed is kept on the server, or could not be. */
    saved: () => autosave.flush(),
    next: () => send({ type: 'CONTINUE' }),
    submit: () => send({ type: 'SUBMIT' }),
  };
};

export type FilingRun = ReturnType<typeof useFiling>;
