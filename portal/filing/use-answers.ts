import { useEffect, useMemo, useState } from 'react';
import type { FormPageProps } from '../../forms/ui/form-page.tsx';
import type { Delivery, Draft } from '../../server/api/draft.ts';
import { call } from '../../ui/api.ts';
import { keepOnDevice, keptOnDevice } from '../shell/device-copy.ts';
import { createAutosave, type SaveStatus } from './autosave.ts';

export type Answers = FormPageProps['answer'];

const methods: readonly string[] = ['electronic', 'post', 'counter'] satisfies Delivery['method'][];

/** The form's own choice of delivery, as the server keeps it beside the answers. */
const deliveryIn = ({ delivery }: Answers): { delivery: Delivery } | undefined => {
  const given = delivery as Readonly<Record<string, unknown>> | undefined;
  if (typeof given !== 'object' || given === null || !methods.includes(String(given['method']))) return undefined;
  const text = (name: string) => (typeof given[name] === 'string' && given[name] !== '' ? { [name]: given[name] } : {});
  return { delivery: { method: given['method'] as Delivery['method'], ...text('receiver'), ...text('phone'), ...text('address') } };
};

/** The answers of a draft: kept while they are typed, on the server and, without a network, on this device. */
export const useAnswers = (draft: Draft) => {
  const kept = useMemo(() => keptOnDevice<Answers>(draft.id, draft.revision), [draft]);
  const [answers, setAnswers] = useState<Answers>(kept ?? draft.data);
  const [status, setStatus] = useState<SaveStatus>('saved');
  const [savedAt, setSavedAt] = useState(draft.savedAt);
  const autosave = useMemo(
    () =>
      createAutosave<Answers>(draft, {
        quiet: 1500,
        send: (data, revision) => call('PUT /api/drafts/:id', { params: { id: draft.id }, body: { revision, data, ...deliveryIn(data) } }),
        keep: (copy) => keepOnDevice(draft.id, copy),
        onStatus: (now, at) => {
          setStatus(now);
          if (at) setSavedAt(at);
        },
      }),
    [draft],
  );
  useEffect(() => {
    if (kept) autosave.change(kept);
    const send = () => void autosave.flush();
    addEventListener('online', send);
    document.addEventListener('visibilitychange', send);
    return () => {
      removeEventListener('online', send);
      document.removeEventListener('visibilitychange', send);
      send();
    };
  }, [autosave, kept]);
  const change = (next: Answers) => {
    setAnswers(next);
    autosave.change(next);
  };
  return { answers, change, status, savedAt, autosave };
};
