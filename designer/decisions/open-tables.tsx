import { useState } from 'react';
import { keyOf } from '../../procedures/key-of.ts';
import { refusals } from '../../procedures/elsewhere/refusals.ts';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { ChooseFiles } from '../elsewhere/choose-files.tsx';
import { readFiles } from '../elsewhere/read-files.ts';
import { freshKey } from '../letters/letter-files.ts';
import { asOneAct, benchNow, edit } from '../package/bench.ts';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import { pathOf, tableFiles } from './table-files.ts';
import { readTables } from './table-file.ts';

/** Tables of another tool, each file beside those that are there: one step back. Answers the last one. */
export const OpenTables = ({ opened, onOpened }: { opened: DesignerPackage; onOpened: (file: string) => void }) => {
  const text = useText();
  const language = useLanguage();
  const [refused, setRefused] = useState<string>();
  const opening = useAct(async (_key, files: readonly File[]) => {
    setRefused(undefined);
    const chosen = await readFiles(files);
    if (!('offered' in chosen)) return setRefused(('refused' in chosen ? chosen.refused : refusals.unknown(chosen.zip.name))[language]);
    for (const { name, text: xml } of chosen.offered) {
      const read = await readTables(xml, language);
      const fault = 'fault' in read ? read.fault : read.decisions.length === 0 ? 'it has no decisions' : undefined;
      if (fault !== undefined) return setRefused(refusals.notDecision(name, fault, 'tệp không có bảng quyết định DMN 1.2 hay 1.3')[language]);
    }
    const taken = tableFiles(opened);
    await asOneAct(opened.key, () => {
      for (const { name, text: xml } of chosen.offered) {
        const file = freshKey(taken, keyOf(name.replace(/\.(dmn|xml)$/i, '')) || 'table');
        taken.push(file);
        // a file of that name may have been taken away before: then this is its new text
        edit(opened.key, pathOf(file), xml, benchNow(opened.key).edits.get(pathOf(file))?.origin ?? '');
      }
    });
    onOpened(taken.at(-1)!);
    return undefined;
  });
  return (
    <>
      <p><ChooseFiles small kinds=".dmn,.xml" label={text('openTables')} busy={opening.busy} onFiles={(files) => opening.run(files)} /></p>
      <div aria-live="polite">{refused !== undefined && <Notice kind="danger" title={text('fileRefused')}><p>{refused}</p></Notice>}</div>
    </>
  );
};
