import { useQuery } from '@tanstack/react-query';
import { useContext, useState } from 'react';
import { useLocation } from 'wouter';
import type { LetterName } from '../../procedures/letters/names.ts';
import type { DesignerPackage, Finding } from '../../server/api/designer.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { ElementNames } from '../findings/element-names.ts';
import { Findings } from '../findings/findings.tsx';
import { asOneAct, editLater } from '../package/bench.ts';
import { useFileText } from '../package/file-text.ts';
import { ofTheDraft } from '../package/use-undo.ts';
import { pane } from '../shell/panes.ts';
import { useText, type Text } from '../words.ts';
import { changeTables, type Change } from './change-tables.ts';
import { DecisionTable } from './decision-table.tsx';
import { FormulaField } from './formula-field.tsx';
import { formulaNames } from './formula-names.ts';
import type { Askers } from './askers.ts';
import { askedOf, proposed } from './handed.ts';
import { MissingRules } from './missing-rules.tsx';
import { deleteTable, goneInputs, pathOf } from './table-files.ts';
import { fileName, readTables, type DecisionView } from './table-file.ts';
import { TableHead } from './table-head.tsx';
import { Tester } from './tester.tsx';
import type { Senses } from './use-senses.ts';

/** Steps that could ask a decision, those that would give up another for it last. */
export const ruleSteps = (senses: Senses, text: Text, nameOf: (id: string) => string | undefined, but = ''): readonly { readonly value: string; readonly label: string }[] =>
  senses.ruleSteps.filter(({ asks }) => !asks.includes(but)).toSorted((one, other) => Number(one.gives) - Number(other.gives))
    .map(({ id, name, gives }) => ({ value: id, label: !gives ? (nameOf(id) ?? name) : text('useInstead', { step: nameOf(id) ?? name }) }));

interface DecisionFileProps {
  opened: DesignerPackage;
  file: string;
  senses: Senses;
  findings: readonly Finding[];
  askers: Askers;
  /** All files of decisions. */
  texts: ReadonlyMap<string, string>;
  onSaid: (what: string) => void;
}

/** The tables and expressions of one file, and a case to try on them. */
export const DecisionFile = ({ opened, file, senses, findings, askers, texts, onSaid }: DecisionFileProps) => {
  const text = useText();
  const [, go] = useLocation();
  const { key } = opened;
  const path = pathOf(file);
  const language = useLanguage();
  const nameOf = useContext(ElementNames);
  const { query, text: source, saved } = useFileText(key, path);
  const reading = useQuery({ queryKey: ['decision tables', source, language], queryFn: () => readTables(source ?? '', language), enabled: source !== undefined, placeholderData: (before) => before });
  const [matched, setMatched] = useState<readonly string[]>([]);
  if (query.error && source === undefined) return <ProblemView error={query.error} retry={() => void query.refetch()} />;
  if (source === undefined || saved === undefined || reading.data === undefined) return <Skeleton />;
  if ('fault' in reading.data) return <Notice kind="danger" title={text('tablesUnreadable')}><p lang="en">{reading.data.fault}</p></Notice>;
  const { decisions, asks, types, knowsMore } = reading.data;
  const inTables = new Set(decisions.flatMap((decision) => (decision.kind === 'table' ? decision.rules.map(({ id }) => id) : [])));
  const noMore = (gone: readonly string[]) => gone.forEach((name) => askers.give(file, name, undefined));
  /** What a file asks for no more, the steps hand over no more: one act in two files. */
  const change = (what: Change) => {
    const work = (after?: (before: string, next: string) => Promise<void>) => void editLater(key, path, saved, async (now) => {
      const next = await changeTables(now, what);
      await after?.(now, next);
      return next;
    });
    if (what.change === 'drop') void asOneAct(key, () => work(async (before, next) => noMore(await goneInputs(before, next))));
    else work();
  };
  /** What a decision asks more, the steps that ask the file hand over. */
  const ask = (decision: string, taken: readonly string[], name: LetterName) => void asOneAct(key, () => {
    const input = askedOf(name, taken, [...asks.keys()], senses.handed);
    change({ change: 'ask', decision, input });
    askers.give(file, input.name, name.feel);
  });
  const handed = new Set([...senses.handed].flatMap(([name, feel]) => (asks.has(name) ? [feel] : [])));
  const step = (id: string) => <button type="button" className="link" onClick={() => askers.onStep(id)}>{nameOf(id) ?? id}</button>;
  const space = /\snamespace="([^"]*)"/.exec(source)?.[1] ?? '';
  const usersOf = ({ id }: DecisionView) => [
    ...senses.askersOf(id).map(step),
    ...decisions.filter(({ takes }) => takes.includes(id)).map(({ title }) => `“${title}”`),
    ...[...texts].filter(([other, xml]) => other !== path && xml.includes(`"${space}#${id}"`)).map(([, xml]) => `“${fileName(xml, language) ?? ''}”`),
    ...(senses.isNamed(id) ? [text('titleProcedure')] : []),
  ];
  const stepsFor = ({ id }: DecisionView) => ruleSteps(senses, text, nameOf, `${file}#${id}`);
  const use = ({ id }: DecisionView, of: string) => {
    askers.ask(of, `${file}#${id}`, proposed([...asks.keys()], [], senses.handed, senses.offers));
    onSaid(text('usedNow', { step: nameOf(of) ?? of }));
  };
  const remove = ({ id, title }: DecisionView) => void asOneAct(key, () => {
    onSaid(text(decisions.some((one) => one.id === id && one.kind === 'expression') ? 'formulaDeleted' : 'tableDeleted', { name: title }));
    if (deleteTable(key, { file, saved }, source, id, noMore).isLast) go(`/packages/${key}/decisions`);
  });
  return (
    <>
      <div className="decisions" {...ofTheDraft}>
        <MissingRules source={source} decisions={decisions} onChange={change}>
          <Findings of={findings.filter(({ element }) => !inTables.has(element))} />
        </MissingRules>
        {decisions.map((decision) => (
          <section key={decision.id} aria-labelledby={`decision-${decision.id}`} {...pane}>
            <TableHead
              of={decision.kind === 'expression' ? 'formula' : 'table'} id={decision.id} title={decision.title} titles={decision.titles} users={usersOf(decision)} steps={stepsFor(decision)} onUse={(of) => use(decision, of)}
              onRename={(titles) => change({ change: 'rename', decision: decision.id, titles })} onDelete={() => remove(decision)}
            />
            {decision.kind === 'table' && (
              <DecisionTable
                table={decision} senses={senses} findings={findings} matched={matched} onChange={change} onSaid={onSaid}
                onAsk={(name) => ask(decision.id, decision.inputs.map(({ expression }) => expression), name)}
              />
            )}
            {decision.kind === 'expression' && (
              <FormulaField
                formula={decision} names={formulaNames(decision.id, { decisions, asks, types }, language)} open={knowsMore} offers={senses.offers.filter(({ feel }) => !handed.has(feel))}
                onWrite={(next) => change({ change: 'expression', decision: decision.id, text: next })} onAsk={(name) => ask(decision.id, decision.needs, name)}
                onDrop={(index) => change({ change: 'drop', decision: decision.id, column: 'inputs', index })}
              />
            )}
            {decision.kind === 'other' && <p className="muted">{text('otherLogic')}</p>}
          </section>
        ))}
      </div>
      <Tester source={source} decisions={decisions} asks={asks} senses={senses} onMatched={setMatched} />
    </>
  );
};
