import { useState } from 'react';
import type { Offered } from '../../procedures/elsewhere/take.ts';
import type { Examined } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useAct } from '../../ui/use-act.ts';
import { readFiles } from './read-files.ts';
import type { Wishes } from './report.tsx';

/** Files of other tools as they were chosen, what is wished of them, and what they come to. */
export interface Looked {
  readonly offered: readonly Offered[];
  readonly wishes: Wishes;
  readonly found: Examined;
}

/** Files are chosen, looked at, and looked at again when something else is wished; `onZip` has a package that was chosen instead. */
export const useElsewhere = (onZip?: (zip: File) => void) => {
  const language = useLanguage();
  const [looked, setLooked] = useState<Looked>();
  const [refused, setRefused] = useState<string>();
  const looking = useAct(async (_key, offered: readonly Offered[], wishes: Wishes) => {
    setLooked({ offered, wishes, found: await call('POST /api/designer/elsewhere/examine', { body: { files: [...offered], ...wishes } }) });
  });
  const choosing = useAct(async (_key, files: readonly File[]) => {
    setLooked(undefined);
    setRefused(undefined);
    const chosen = await readFiles(files);
    if ('zip' in chosen && onZip) onZip(chosen.zip);
    else if ('refused' in chosen) setRefused(chosen.refused[language]);
    else if ('offered' in chosen) looking.run(chosen.offered, { translate: true });
  });
  return {
    looked, refused, busy: looking.busy || choosing.busy, problem: looking.problem ?? choosing.problem,
    choose: (files: readonly File[]) => choosing.run(files),
    wish: (wishes: Wishes) => looked && looking.run(looked.offered, wishes),
    forget: () => setLooked(undefined),
  };
};
