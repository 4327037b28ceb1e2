import { useQuery } from '@tanstack/react-query';
import { heldIn, lawName, type Held } from '../../procedures/held.ts';
import { standingOn, type Standing } from '../../procedures/in-force.ts';
import type { LocalText } from '../../engine/definition.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import { readDecisions } from '../../procedures/read-decisions.ts';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { timeLimit } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { pathOf, tableAt, tableFiles } from '../decisions/table-files.ts';
import { useTables } from '../decisions/use-tables.ts';
import { useFileTexts } from '../package/file-text.ts';
import { useText } from '../words.ts';
import { daysInWords, StandingToday, today } from './standing.tsx';

const order = { ends: 0, undated: 1, coming: 2, over: 3, holds: 4 } as const satisfies Record<Standing, number>;

/** All of the procedure that lives by days: what ends, what has none, what is to come and what is over, before what simply holds. */
export const Holding = ({ opened, procedure }: { opened: DesignerPackage; procedure: Procedure }) => {
  const text = useText();
  const texts = useFileTexts(opened.key, tableFiles(opened).map(pathOf));
  const files = [...texts].flatMap(([path, source]) => (tableAt(path) === undefined ? [] : [[tableAt(path)!, source] as const]));
  const { data: decisions } = useQuery({ queryKey: ['held by tables', files], queryFn: () => readDecisions(new Map(files), []), staleTime: Infinity, gcTime: 0 });
  const called = useTables(opened);
  const nameOf = ({ file, element, name }: Held): LocalText => {
    const title = called.find(({ reference }) => reference === `${tableAt(file)}#${element}`)?.title;
    return title === undefined ? name : { vi: name.vi.replace(/^[^,]*/, () => title), en: name.en.replace(/^[^,]*/, () => title) };
  };
  const all = heldIn(procedure, decisions ?? new Map()).map((one) => ({ ...one, name: nameOf(one), standing: standingOn(one, today()) })).toSorted((one, other) => order[one.standing] - order[other.standing]);
  const [told, plain] = [all.filter(({ standing }) => standing !== 'holds'), all.filter(({ standing }) => standing === 'holds')];
  return (
    <>
      {told.length > 0 ? <HeldTable rows={told} caption={text('heldTold')} /> : <p>{text('heldAll')}</p>}
      {plain.length > 0 && <details className="field-row"><summary><span className="field-row-name">{text('heldPlainly', { count: plain.length })}</span></summary><HeldTable rows={plain} caption={text('standing_holds', { from: '', to: '' })} /></details>}
    </>
  );
};

const standing = (one: Held) => <StandingToday of={one} />;

const HeldTable = ({ rows, caption }: { rows: readonly Held[]; caption: string }) => {
  const text = useText();
  const language = useLanguage();
  const name = ({ kind, name: called }: Held) => (kind === 'limit' ? timeLimit(called.vi, language) : pick(called, language));
  const named = (one: Held) => <><span className="muted small block">{text(`held_${one.kind}`)}</span>{name(one)}</>;
  return (
    <Table
      caption={caption} captionHidden rows={rows} rowKey={(one) => String(rows.indexOf(one))}
      columns={[
        { key: 'name', title: text('heldWhat'), heading: true, cell: named },
        { key: 'days', title: text('heldDays'), cell: (one) => daysInWords(text, one) },
        { key: 'state', title: text('heldToday'), cell: standing },
        { key: 'law', title: text('heldBy'), cell: ({ by }) => (by === undefined ? '' : pick(lawName(by), language)) },
      ]}
    />
  );
};
