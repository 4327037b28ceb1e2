import { useMemo } from 'react';
import type { Finding } from '../../server/api/designer.ts';
import type { Checking } from '../package/use-check.ts';
import { bpmnFile, statechartFile } from '../../procedures/process-path.ts';
import { TryAgain } from '../shell/try-again.tsx';
import { fileTitle } from '../package/file-title.ts';
import type { Texts } from '../proof/read-package.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { FindingItem } from './finding-item.tsx';
import { sorted } from './sorted.ts';

/** Every finding of the package, errors first; each leads to the place it is about. */
export const FindingsView = ({ checking, texts, nameOf, onElement, onFile }: { checking: Checking; /** Whose names files are told by. */ texts: Texts | undefined; nameOf: (id: string) => string | undefined; onElement: (id: string) => void; onFile: (path: string, element: string) => void }) => {
  const text = useText();
  const language = useLanguage();
  const titleOf = (path: string): string => fileTitle(path, texts?.[path] ?? '', text, language);
  const findings = useMemo(() => sorted(checking.findings ?? []), [checking.findings]);
  const place = ({ element, file }: Finding) => {
    const name = file === undefined || file === bpmnFile || file === statechartFile ? nameOf(element) : undefined;
    if (name !== undefined) return <button type="button" className="link" onClick={() => onElement(element)}>{name}</button>;
    if (file !== undefined && /^(procedure\.json$|forms\/|decisions\/|letters\/)/.test(file)) return <button type="button" className="link" onClick={() => onFile(file, element)}>{titleOf(file)}</button>;
    return <span className="muted">{file === undefined ? element : titleOf(file)}</span>;
  };
  return (
    <>
      {checking.failed && <TryAgain words={text('checkFailed')} onTry={checking.again} />}
      {checking.findings === undefined && !checking.failed && <p className="muted">{text('checking')}</p>}
      {checking.findings?.length === 0 && <p>{text('noFindings')}</p>}
      <ul className="finding-list">
        {findings.map((finding, index) => <FindingItem key={index} finding={finding} nameOf={nameOf}><span className="finding-place">{place(finding)}</span></FindingItem>)}
      </ul>
    </>
  );
};
