import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import type { DesignerPackage, StepCounts } from '../../server/api/designer.ts';
import { timeLimit } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { elementOf, modelOf } from './editing.ts';
import { countWords } from './count-words.ts';
import type { Graveness } from './marks.ts';
import type { Drawing } from './modeler.ts';
import type { OutlineRow } from './outline.ts';
import { stepOf } from './step.ts';
import { kindWord } from './words/kind.ts';

interface OutlineViewProps {
  drawing: Drawing;
  rows: readonly OutlineRow[];
  selected: string | undefined;
  onSelect: (id: string) => void;
  grave: ReadonlyMap<string, Graveness>;
  counts: StepCounts | undefined;
  roles: DesignerPackage['roles'];
}

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1), ArrowUp: (at) => Math.max(0, at - 1), Home: () => 0, End: (_, last) => last,
};

/** The diagram as a list: everything that can be done there can be done from here, by keyboard too. */
export const OutlineView = ({ drawing, rows, selected, onSelect, grave, counts, roles }: OutlineViewProps) => {
  const text = useText();
  const language = useLanguage();
  const list = useRef<HTMLUListElement>(null);
  const move = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = at < 0 ? undefined : moves[event.key]?.(at, buttons.length - 1);
    if (next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys help along; every row is a button and in the tab order
    <ul className="outline" ref={list} onKeyDown={move} aria-label={text('outline')}>
      {rows.map((row) => {
        const element = elementOf(drawing, row.id);
        const step = element && stepOf(modelOf(element));
        const role = roles.find((one) => one.role === step?.role);
        const facts = [role && pick(role.name, language), step?.timeLimit && timeLimit(step.timeLimit, language)].filter(Boolean).join(' · ');
        const count = counts?.counts.find(({ node }) => node === row.id);
        const grade = grave.get(row.id);
        return (
          <li key={row.id} style={{ paddingLeft: `calc(${row.depth} * var(--s4))` }}>
            <button type="button" className="outline-row" aria-current={row.id === selected || undefined} onClick={() => onSelect(row.id)}>
              <span className="outline-kind">{kindWord(text, row.kind)}</span>
              <span className="outline-name">{(language === 'en' && step?.nameEn) || row.name || row.id}</span>
              {facts && <span className="outline-facts">{facts}</span>}
              {count && <span className="outline-facts">{countWords(text, count)}</span>}
              {grade && (
                <span className={`outline-grade outline-${grade.severity}`}>
                  <Icon of={grade.severity === 'error' ? CircleAlert : TriangleAlert} />
                  {text(grade.severity === 'error' ? 'errors' : 'warnings', { count: grade.count })}
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
};
