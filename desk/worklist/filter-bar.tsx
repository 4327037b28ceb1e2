import { Link } from 'wouter';
import type { DossierState } from '../../server/api/clock.ts';
import type { Worklist } from '../../server/api/task.ts';
import { alphabetical } from '../../ui/alphabetical.ts';
import { Button } from '../../ui/button.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { isNarrowed, searchOf, withFilter, type Filters } from './filters.ts';

const scopes = ['mine', 'team', 'all'] as const;
const dues = ['late', 'today', 'soon', 'paused'] as const;
const sorts = ['due', 'opened', 'submitted'] as const;
export const states = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const satisfies readonly DossierState[];

interface FilterBarProps {
  readonly list: Worklist | undefined;
  readonly filters: Filters;
  readonly onChoose: (filters: Filters) => void;
}

interface SelectProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly any?: string;
  readonly onChange: (value: string) => void;
}

export const Select = ({ id, label, value, options, any, onChange }: SelectProps) => (
  <div className="select">
    <label htmlFor={id}>{label}</label>
    <select id={id} className="control" value={value} onChange={(event) => onChange(event.target.value)}>
      {any !== undefined && <option value="">{any}</option>}
      {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
    </select>
  </div>
);

/** Whose work, what is due, and which step, procedure and state; every choice changes the address. */
export const FilterBar = ({ list, filters, onChoose }: FilterBarProps) => {
  const text = useText();
  const language = useLanguage();
  const set = <K extends keyof Filters>(name: K, value: Filters[K] | undefined) => onChoose(withFilter(filters, name, value));
  return (
    <>
      <nav className="scopes" aria-label={text('whoseWork')}>
        {scopes.map((scope) => (
          <Link key={scope} href={`/?${searchOf(withFilter(filters, 'scope', scope))}`} aria-current={(filters.scope ?? 'team') === scope ? 'page' : undefined}>
            <span>{text(`scope_${scope}`)}</span>
            {list && <span className="count">{list.counts[scope]}</span>}
          </Link>
        ))}
      </nav>
      <fieldset className="dues">
        <legend className="visually-hidden">{text('byDue')}</legend>
        {dues.map((due) => (
          <button key={due} type="button" aria-pressed={filters.due === due} className={`due due-${due}`} onClick={() => set('due', filters.due === due ? undefined : due)}>
            <span>{text(`due_${due}`)}</span>
            {list && <span className={list.counts[due] > 0 ? 'count' : 'count count-none'}>{list.counts[due]}</span>}
          </button>
        ))}
      </fieldset>
      <details className="more-filters" open={matchMedia('(min-width: 62rem)').matches || isNarrowed(filters)}>
        <summary>{text('moreFilters')}</summary>
        <Select id="by-step" label={text('byStep')} value={filters.node ?? ''} any={text('anyStep')} onChange={(value) => set('node', value)}
          options={[...new Map((list?.steps ?? []).map((step) => [step.node, { value: step.node, label: `${pick(step.name, language)} (${step.count})` }])).values()]} />
        <Select id="by-procedure" label={text('byProcedure')} value={filters.procedure ?? ''} any={text('anyProcedure')} onChange={(value) => set('procedure', value)}
          options={alphabetical(list?.procedures ?? [], ({ name }) => pick(name, language), language).map(({ key, name }) => ({ value: key, label: pick(name, language) }))} />
        <Select id="by-state" label={text('byState')} value={filters.state === undefined ? '' : String(filters.state)} any={text('anyState')} onChange={(value) => set('state', value === '' ? undefined : Number(value))}
          options={states.map((state) => ({ value: String(state), label: text(`state_${state}`) }))} />
        <Select id="sort" label={text('sort')} value={filters.sort ?? 'due'} onChange={(value) => set('sort', value as Filters['sort'])}
          options={sorts.map((sort) => ({ value: sort, label: text(`sort_${sort}`) }))} />
        {isNarrowed(filters) && <Button kind="quiet" small onClick={() => onChoose({ ...(filters.scope && { scope: filters.scope }) })}>{text('clearFilters')}</Button>}
      </details>
    </>
  );
};
