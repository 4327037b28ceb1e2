import { useQuery } from '@tanstack/react-query';
import { useContext, useState } from 'react';
import { useLocation } from 'wouter';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { ElementNames } from '../findings/element-names.ts';
import { sorted } from '../findings/sorted.ts';
import { asOneAct } from '../package/bench.ts';
import { useFileText, useFileTexts } from '../package/file-text.ts';
import type { Checking } from '../package/use-check.ts';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import type { Askers } from './askers.ts';
import { inputNames } from './change-tables.ts';
import { DecisionFile, ruleSteps } from './decision-file.tsx';
import './decisions.css';
import { proposed } from './handed.ts';
import { NewDecision } from './new-decision.tsx';
import { OpenTables } from './open-tables.tsx';
import { decisionIds } from '../package/decision-ids.ts';
import { addTable, pathOf, tableFiles } from './table-files.ts';
import { fileName } from './table-file.ts';
import { useSenses } from './use-senses.ts';

interface DecisionsPageProps {
  opened: DesignerPackage;
  file: string;
  checking: Checking;
  askers: Askers;
}

/** What an administrator most often comes for. */
const first = 'fee';

/** The decision tables of a package, one file open at a time. */
export const DecisionsPage = ({ opened, file, checking, askers }: DecisionsPageProps) => {
  const text = useText();
  const [, go] = useLocation();
  const [said, onSaid] = useState('');
  // a form that has begun something is blank again
  const [begun, setBegun] = useState(0);
  const names = tableFiles(opened);
  const name = file || (names.includes(first) ? first : (names[0] ?? ''));
  const texts = useFileTexts(opened.key, names.map(pathOf));
  const language = useLanguage();
  const called = (one: string) => fileName(texts.get(pathOf(one)) ?? '', language) ?? one;
  const findings = (checking.findings ?? []).filter((one) => one.file === pathOf(name));
  const senses = useSenses(opened, name);
  const source = texts.get(pathOf(name));
  const { saved } = useFileText(opened.key, pathOf(name), names.includes(name));
  const declared = useQuery({ queryKey: ['decision inputs', source], queryFn: () => inputNames(source ?? ''), enabled: source !== undefined });
  const taken = [...texts].flatMap(([path, xml]) => decisionIds(path, xml)).map((reference) => reference.split('#')[1]!);
  const nameOf = useContext(ElementNames);
  const steps = ruleSteps(senses, text, nameOf);
  return (
    <>
      <output className="visually-hidden">{said}</output>
      {names.length === 0 ? <p>{text('noTables')}</p> : <Select id="which-table" label={text('whichTable')} value={name} options={names.map((one) => ({ value: one, label: called(one) }))} onChange={(next) => go(`/packages/${opened.key}/decisions/${next}`)} />}
      {(['table', 'formula'] as const).map((of) => (
        <NewDecision
          key={`${of} ${begun}`} of={of} senses={senses} steps={steps} open={names.includes(name) && saved !== undefined ? { name: called(name), declared: declared.data ?? [] } : undefined}
          onBegin={(what, where, handed, step) => void asOneAct(opened.key, () => {
            const made = addTable(opened, { ...what, taken }, where === 'open' && saved !== undefined ? { file: name, saved } : undefined, (reference, inputs) => {
              const others = where === 'open' ? senses.handed : new Map<string, string>();
              if (step !== undefined) askers.ask(step, reference, proposed(inputs, [...handed].map(([asked, feel]) => ({ name: asked, text: feel })), others, senses.offers));
              // whoever asks another table of the file hands over what the file asks for now
              if (where === 'open') for (const [asked, feel] of handed) askers.give(name, asked, feel);
            });
            onSaid(text(of === 'table' ? 'tableBegun' : 'formulaBegun', { name: what.titles.vi }));
            setBegun(begun + 1);
            go(`/packages/${opened.key}/decisions/${made}`);
          })}
        />
      ))}
      <OpenTables opened={opened} onOpened={(one) => {
        onSaid(text('tablesOpened', { name: one }));
        go(`/packages/${opened.key}/decisions/${one}`);
      }} />
      {names.includes(name) && <DecisionFile key={name} opened={opened} file={name} senses={senses} findings={sorted(findings)} askers={askers} texts={texts} onSaid={onSaid} />}
    </>
  );
};
