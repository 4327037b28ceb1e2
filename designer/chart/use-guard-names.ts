import { useMemo } from 'react';
import { answerNames } from '../../procedures/letters/names.ts';
import type { Named } from '../conditions/named.ts';
import { namedFrom } from '../letters/named-from.ts';
import { formsIn } from '../package/forms-in.ts';
import type { Texts } from '../proof/read-package.ts';
import type { Places } from './places.ts';

/** What a guard may look at: the application, and what steps answered, as their forms ask. */
export const useGuardNames = (texts: Texts | undefined, places: Places | undefined): readonly Named[] =>
  useMemo(() => {
    const { procedure, forms } = formsIn(new Map(Object.entries(texts ?? {})));
    const steps = [...(places?.values() ?? [])].flatMap(({ id, state: { meta } }) => (meta?.task ? [{ result: meta.result ?? id, form: meta.task.form, name: meta.name ?? { vi: id, en: id } }] : []));
    return namedFrom(answerNames({ applicationForm: procedure?.forms.application ?? '', forms }, steps).filter(({ within }) => within === undefined));
  }, [texts, places]);
