import { useMemo } from 'react';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { withAt } from '../about/change.ts';
import { readProcedure } from '../about/read-procedure.ts';
import { Findings } from '../findings/findings.tsx';
import { printLike } from '../forms/print-json.ts';
import { edit } from '../package/bench.ts';
import { useFileText, useFileTexts } from '../package/file-text.ts';
import { fileTitle } from '../package/file-title.ts';
import { ofTheDraft } from '../package/use-undo.ts';
import type { Checking } from '../package/use-check.ts';
import { usePackageTexts } from '../proof/package-texts.ts';
import { useText } from '../words.ts';
import { placeWord } from './place-word.ts';
import { customisableFiles, kinds, places, toggled } from './customisable.ts';
import './customise.css';

const path = 'procedure.json';

interface Item { readonly value: string; readonly label: string }

/** What a unit that adopts this procedure may change and keeps when it takes an update: ticked by files and by parts of its data. */
export const CustomisePage = ({ opened, checking }: { opened: DesignerPackage; checking: Checking }) => {
  const text = useText();
  const language = useLanguage();
  const { key } = opened;
  const { query, text: source, saved } = useFileText(key, path);
  const texts = usePackageTexts(opened);
  // the check reads no scenarios
  const scenarios = useFileTexts(key, opened.draft.files.flatMap((file) => (file.path.startsWith('scenarios/') ? [file.path] : [])));
  const reading = useMemo(() => (source === undefined ? undefined : readProcedure(source)), [source]);
  if (query.error && source === undefined) return <ProblemView error={query.error} retry={() => void query.refetch()} />;
  if (source === undefined || saved === undefined || reading === undefined || texts === undefined) return <Skeleton />;
  if ('fault' in reading) return <Notice kind="danger" title={text('aboutUnreadable')}><p lang="en">{reading.detail}</p></Notice>;
  const { procedure } = reading;
  const declared = procedure.customise ?? [];
  const toggle = (place: string) => edit(key, path, printLike(withAt(procedure, ['customise'], toggled(declared, place)), saved), saved, `customise ${place}`);
  const files = customisableFiles(opened.draft.files.map((file) => file.path), procedure, texts);
  const parts = places.filter((place) => Object.hasOwn(procedure, place.slice(1)));
  const listed = new Set<string>([...files.map((file) => file.path), ...parts]);
  const groups: readonly (readonly [legend: string, items: readonly Item[]])[] = [
    [text('customiseParts'), parts.map((value) => ({ value, label: placeWord(value, text) }))],
    ...kinds.map((kind) => [text(`customiseKind_${kind}`), files.filter((file) => file.kind === kind).map(({ path: value, name }) => ({ value, label: name === undefined ? fileTitle(value, texts[value] || (scenarios.get(value) ?? ''), text, language) : pick(name, language) }))] as const),
    [text('customiseOther'), declared.filter((place) => !listed.has(place)).map((value) => ({ value, label: placeWord(value, text) }))],
  ];
  return (
    <div className="customise" {...ofTheDraft}>
      <h2>{text('customiseTitle')}</h2>
      <p>{text('customiseLead')}</p>
      <p className="muted" aria-live="polite">{text(declared.length === 0 ? 'customiseNone' : 'customiseCount', { count: declared.length })}</p>
      <Findings of={(checking.findings ?? []).filter(({ rule }) => rule === 'customise')} />
      {groups.map(([legend, items]) => items.length > 0 && (
        <fieldset key={legend} className="panel-group">
          <legend>{legend}</legend>
          {items.map(({ value, label }) => (
            <label key={value} className="panel-check">
              <input type="checkbox" checked={declared.includes(value)} onChange={() => toggle(value)} />
              {label}
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
};
