import { CircleAlert, CircleCheck, Info, ListPlus, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Elsewhere, Examined } from '../../server/api/designer.ts';
import { Check, Choices } from '../../ui/choices.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { inNames } from '../findings/element-names.ts';
import { ruleWords } from '../findings/rule-words.ts';
import { useText } from '../words.ts';
import { sortedOut, sorts, type Heap, type Sort } from './sorted-out.ts';
import './elsewhere.css';

export type Wishes = Pick<Elsewhere, 'process' | 'translate'>;

const signs = { mend: CircleAlert, add: ListPlus, look: TriangleAlert, nothing: Info } as const satisfies { readonly [S in Sort]: unknown };
const titles = { mend: 'elsewhereMend', add: 'elsewhereAdd', look: 'elsewhereLook', nothing: 'elsewhereNothing' } as const;
const hints = { mend: 'elsewhereMendHint', add: 'elsewhereAddHint', look: 'elsewhereLookHint', nothing: 'elsewhereNothingHint' } as const;
const counted = [['people', 'elsewherePeople'], ['machines', 'elsewhereMachines'], ['choices', 'elsewhereChoices'], ['events', 'elsewhereEvents'], ['parts', 'elsewhereParts']] as const;
const becomes = { procedure: 'elsewhereProcedure', called: 'elsewhereCalled', drawn: 'elsewhereDrawn' } as const;

/** What files of other tools come to: which process becomes the procedure's, what runs, what it lacks, what cannot run and why, what means nothing here. */
export const Report = ({ found, wishes, onWishes }: { found: Examined; wishes: Wishes; onWishes: (wishes: Wishes) => void }) => {
  const text = useText();
  const heaps = useMemo(() => sortedOut(found), [found]);
  const main = found.processes.find((process) => process.becomes === 'procedure');
  const counts = main === undefined ? [] : counted.filter(([of]) => main[of] > 0).map(([of, word]) => text(word, { count: main[of] }));
  const undrawn = found.processes.filter(({ becomes: what }) => what !== 'drawn').flatMap((process) => process.undrawn);
  return (
    <div className="elsewhere-report">
      {found.processes.length > 1 && (
        <Choices
          id="elsewhere-process" legend={text('elsewhereWhich')} hint={text('elsewhereWhichHint')} value={main?.id} onChange={(process) => onWishes({ ...wishes, process })}
          choices={found.processes.map(({ id, name, file, becomes: what, ...process }) => ({ value: id, label: name, hint: `${text(becomes[what])} ${text('elsewhereSize', { count: process.people + process.machines + process.choices + process.events + process.parts, file })}` }))}
        />
      )}
      {found.foreign && <Check id="elsewhere-translate" label={<>{text('elsewhereTranslate')} <span className="choice-hint">{text('elsewhereTranslateHint')}</span></>} checked={wishes.translate === true} onChange={(translate) => onWishes({ ...wishes, translate })} />}
      <section>
        <h3><Icon of={CircleCheck} />{text('elsewhereRuns')}</h3>
        <p>{counts.length === 0 ? text('elsewhereRunsNothing') : text('elsewhereRunsWhat', { what: counts.join(', ') })} {(heaps.get('mend')?.length ?? 0) > 0 && text('elsewhereRunsAfter')}</p>
        {found.outside.length > 0 && <p>{text('elsewhereOutside', { names: found.outside.map((name) => `“${name}”`).join(', ') })}</p>}
        {undrawn.length > 0 && <p>{text('elsewhereUndrawn', { names: undrawn.map((name) => `“${name}”`).join(', ') })}</p>}
        {found.arranged && <p>{text('elsewhereArranged')}</p>}
        {found.furtherDrawings > 0 && <p>{text('elsewhereFurther', { count: found.furtherDrawings })}</p>}
      </section>
      {sorts.filter((sort) => (heaps.get(sort)?.length ?? 0) > 0).map((sort) => (
        <section key={sort} className={`elsewhere-${sort}`}>
          <h3><Icon of={signs[sort]} />{text(titles[sort])}</h3>
          <p className="muted">{text(hints[sort])}</p>
          <ul className="elsewhere-heaps">{heaps.get(sort)!.map((heap) => <Told key={heap.rule} heap={heap} found={found} />)}</ul>
        </section>
      ))}
    </div>
  );
};

const mostNames = 6;

/** One rule: what it asks for, where, and exactly what when it is opened. */
const Told = ({ heap: { rule, findings }, found }: { heap: Heap; found: Examined }) => {
  const text = useText();
  const language = useLanguage();
  const [names] = useState(() => new Map(found.names.map(({ id, name }) => [id, name])));
  const nameOf = (id: string) => names.get(id)?.[language];
  const places = [...new Set(findings.flatMap(({ element }) => nameOf(element) ?? []))];
  return (
    <li>
      <details>
        <summary>
          {ruleWords(rule) ?? rule}
          {places.length > 0 && <span className="muted">: {places.slice(0, mostNames).join(' · ')}{places.length > mostNames && ` ${text('elsewhereMore', { count: places.length - mostNames })}`}</span>}
        </summary>
        <ul>{findings.map((finding, index) => <li key={index} lang={language === 'vi' && finding.messageVi === undefined ? 'en' : undefined}>{inNames((language === 'vi' ? finding.messageVi : undefined) ?? finding.message, nameOf)}</li>)}</ul>
      </details>
    </li>
  );
};
