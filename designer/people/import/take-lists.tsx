import { Download, FileSpreadsheet } from 'lucide-react';
import { useRef, useState } from 'react';
import { headingsOf, readTable } from '../../../forms/table.ts';
import type { Organisation, OrganisationTaken } from '../../../server/api/organisation.ts';
import { call } from '../../../ui/api.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { isProblem } from '../../../ui/problem.ts';
import { ProblemView } from '../../../ui/problem-view.tsx';
import { useLanguage } from '../../../ui/use-text.ts';
import { useAct } from '../../../ui/use-act.ts';
import { useText } from '../../words.ts';
import { useRoles } from '../../../ui/roles.ts';
import { listReader, type ListKind } from './lists.ts';

/** What a file came to: why it holds no list, what is wrong in its cells, or what its list would do. */
type Read =
  | { readonly refused: string }
  | { readonly wrong: readonly string[] }
  | { readonly lists: Organisation; readonly plan: OrganisationTaken };

/** More than these are counted only: whoever has so many mends the file first. */
const mostTold = 20;

/** The column that gives a member of an entry. */
const memberOf = (path: string): string => ({ 'name/vi': 'nameVi', 'name/en': 'nameEn' })[path] ?? path;

const save = (blob: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};

/** Units or staff from a spreadsheet: looked at first, taken in whole or not at all. */
export const TakeLists = ({ kind, onDone }: { kind: ListKind; onDone: () => Promise<void> }) => {
  const text = useText();
  const language = useLanguage();
  const picker = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<Read>();
  const [taken, setTaken] = useState<OrganisationTaken>();
  const { columns, lists: listsOf } = listReader(kind, useRoles());
  const labelOf = (member: string): string => columns.find(({ key }) => key === member)?.field.ui.label[language] ?? member;

  const readFile = async (chosen: File): Promise<Read> => {
    const { cellsOf } = await import('../../../forms/ui/spreadsheet/sheet.ts');
    const cells = await cellsOf(chosen).catch(() => undefined);
    if (cells === undefined) return { refused: text('listUnreadable') };
    const found = readTable(columns, cells, {}, 2000);
    if ('refused' in found) return { refused: found.refused[language] };
    if (found.faults.length > 0) return { wrong: found.faults.map(({ row, column, message }) => text('listCell', { row, column: labelOf(column), fault: message[language] })) };
    const lists = listsOf(found.rows);
    const told = (index: number, member: string, fault: string): string => text('listEntry', { number: index + 1, name: lists.units?.[index]?.id ?? lists.staff?.[index]?.login ?? '', column: labelOf(member), fault });
    try {
      const plan = await call('POST /api/organisation', { body: { ...lists, check: true } });
      return plan.faults.length > 0 ? { wrong: plan.faults.map(({ index, member, message }) => told(index, member, message[language])) } : { lists, plan };
    } catch (error) {
      // what has not even the form of an entry is told by its place in the request
      const placed = isProblem(error) ? error.errors.flatMap(({ path, message }) => [/^\/(?:units|staff)\/(\d+)\/(.+)$/.exec(path)].flatMap((at) => (at ? [told(Number(at[1]), memberOf(at[2]!), message)] : []))) : [];
      if (placed.length === 0) throw error;
      return { wrong: placed };
    }
  };
  const reading = useAct(async (_key, file: File) => {
    setTaken(undefined);
    setRead(await readFile(file));
  });
  const taking = useAct(async () => {
    if (read === undefined || !('lists' in read)) return;
    setTaken(await call('POST /api/organisation', { body: { ...read.lists, check: false } }));
    setRead(undefined);
    await onDone();
  });
  const sample = async () => {
    const { sampleOf } = await import('../../../forms/ui/spreadsheet/sheet.ts');
    save(await sampleOf(headingsOf(columns, language, {})), `${kind}.xlsx`);
  };
  const slips = (passwords: OrganisationTaken['passwords']) => {
    const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
    save(new Blob([['\u{FEFF}', line([text('listLogin'), text('listName'), text('listPassword')]), ...passwords.map(({ login, name, password }) => line([login, name, password]))].join('\r\n')], { type: 'text/csv;charset=utf-8' }), 'passwords.csv');
  };
  const sum = (of: OrganisationTaken): string => (kind === 'units' ? text('unitsTaken', of.units) : text('staffTaken', of.staff));
  const problem = reading.problem ?? taking.problem;
  return (
    <section aria-labelledby={`take-${kind}`}>
      <h3 id={`take-${kind}`}>{text(kind === 'units' ? 'takeUnits' : 'takeStaff')}</h3>
      <p className="muted">{text(kind === 'units' ? 'takeUnitsHint' : 'takeStaffHint')}</p>
      <p className="acts">
        <Button small busy={reading.busy} onClick={() => picker.current?.click()}><Icon of={FileSpreadsheet} />{text('chooseSheet')}</Button>
        <Button small kind="quiet" onClick={() => void sample()}><Icon of={Download} />{text('sampleSheet')}</Button>
      </p>
      <input
        ref={picker} type="file" accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" hidden aria-label={text(kind === 'units' ? 'takeUnits' : 'takeStaff')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) reading.run(file);
          currentTarget.value = '';
        }}
      />
      <div aria-live="polite">
        {problem && <ProblemView error={problem} />}
        {read && 'refused' in read && <Notice kind="danger" title={text('listRefused')}><p>{read.refused}</p></Notice>}
        {read && 'wrong' in read && (
          <Notice kind="danger" title={text('listWrong', { count: read.wrong.length })}>
            <ul>{read.wrong.slice(0, mostTold).map((fault) => <li key={fault}>{fault}</li>)}</ul>
            {read.wrong.length > mostTold && <p>{text('listMore', { count: read.wrong.length - mostTold })}</p>}
          </Notice>
        )}
        {read && 'plan' in read && (
          <Notice kind="soon" title={text('listReady')}>
            <p>{sum(read.plan)}</p>
            <Button busy={taking.busy} onClick={() => taking.run()}>{text('takeNow')}</Button>
          </Notice>
        )}
        {taken && (
          <Notice kind="done" title={text('listTaken')}>
            <p>{sum(taken)}</p>
            {taken.passwords.length > 0 && <><p>{text('passwordsOnce')}</p><Button small onClick={() => slips(taken.passwords)}><Icon of={Download} />{text('savePasswords')}</Button></>}
          </Notice>
        )}
      </div>
    </section>
  );
};
