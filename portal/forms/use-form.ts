import { useEffect, useState } from 'react';
import type { FormView } from '../../server/api/procedure.ts';
import type { Check } from '../../forms/validate.ts';
import { inHere } from '../../ui/base.ts';
import { Problem } from '../../ui/problem.ts';
import { kit } from '../../ui/words.ts';
import { useResource, type Resource } from '../shell/resource.ts';

export interface LoadedForm extends Pick<FormView, 'form' | 'catalogues'> {
  /** The form's schema, compiled by the server: the browser evaluates no code of its own making. */
  readonly check: Check;
}

/** A form with its validator. Without a version the published one. */
export const useForm = (procedure: string, key: string, version?: string): Resource<LoadedForm> => {
  const view = useResource('GET /api/procedures/:key/forms/:form', { params: { key: procedure, form: key }, query: version ? { version } : {} });
  const [check, setCheck] = useState<Check>();
  const [error, setError] = useState<Problem>();
  const address = view.data && inHere(view.data.validator);
  useEffect(() => {
    if (!address) return;
    const load = async () => {
      try {
        const loaded = (await import(/* @vite-ignore */ address)) as { default: Check };
        setCheck(() => loaded.default);
      } catch {
        setError(new Problem({ status: 0, code: 'network', title: kit.text('network') }));
      }
    };
    void load();
  }, [address]);
  const data = view.data && check ? { form: view.data.form, catalogues: view.data.catalogues, check } : undefined;
  return { data, error: view.error ?? error, loading: view.loading || !data, reload: view.reload };
};
