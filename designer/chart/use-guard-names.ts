import { useMemo } from 'react';
import { answerNames } from '../../procedures/letters/names.ts';
import type { Named } from '../conditions/named.ts';
import { namedFrom } from '../letters/named-from.ts';
import { formsIn } from '../package/forms-in.ts';
import type { Texts } from '../proof/read-package.ts';
import { tableAnswers } from '../decisions/table-answers.ts';
import { useTablesIn } from '../decisions/use-tables.ts';
import { askedIn } from './each-action.ts';
import type { Places } from './places.ts';

/** What a guard may look at: the application, what steps answered, as their forms ask, and what tables decided. */
export const useGuardNames = (texts: Texts | undefined, places: Places | undefined): readonly Named[] => {
  const files = useMemo(() => new Map(Object.entries(texts ?? {})), [texts]);
  const tables = useTablesIn(files);
  return useMemo(() => {
    const { procedure, forms } = formsIn(files);
    const states = [...(places?.values() ?? [])].map(({ id, state }) => ({ id, state, name: state.meta?.name ?? { vi: id, en: id } }));
    const steps = states.flatMap(({ id, state: { meta }, name }) => (meta?.task ? [{ result: meta.result ?? id, form: meta.task.form, name }] : []));
    const decided = states.flatMap(({ id, state, name }) => askedIn(id, state).flatMap(({ decision, result }) => {
      const view = tables.find(({ reference }) => reference === decision)?.view;
      return view?.kind === 'table' ? tableAnswers(view, result, { vi: `Bước: ${name.vi}`, en: `Step: ${name.en}` }) : [];
    }));
    const answered = namedFrom(answerNames({ applicationForm: procedure?.forms.application ?? '', forms }, steps).filter(({ within }) => within === undefined));
    // several may keep what they decide under one name
    return [...new Map([...answered, ...decided].map((one) => [one.name, one])).values()];
  }, [files, places, tables]);
};
