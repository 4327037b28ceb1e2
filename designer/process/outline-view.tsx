import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { ruleWords } from '../findings/rule-words.ts';
import { useRoving } from '../shell/use-roving.ts';
import { useText } from '../words.ts';
import type { Graveness } from './marks.ts';

/** One row of the outline, as it is read: a step, or what leads from one to another. */
export interface OutlineLine {
  readonly id: string;
  readonly depth: number;
  /** What it is, in a word. */
  readonly kind: string;
  readonly name: string;
  /** More lines about it, blank ones left out. */
  readonly facts: readonly string[];
}

interface OutlineViewProps {
  lines: readonly OutlineLine[];
  selected: string | undefined;
  /** `byKey`: pressed by keyboard, not pointed at. */
  onSelect: (id: string, byKey: boolean) => void;
  grave: ReadonlyMap<string, Graveness>;
}

/** A process as a nested list: everything that can be done on its drawing can be done from here, by keyboard too. */
export const OutlineView = ({ lines, selected, onSelect, grave }: OutlineViewProps) => {
  const text = useText();
  const list = useRef<HTMLUListElement>(null);
  // what had the focus went away with the step it was for: the keyboard goes on from the row that is selected now
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  }, [selected, lines]);
  const roving = useRoving(list);
  const rows = (part: readonly OutlineLine[]) => branches(part).map(([line, inside]) => (
    <li key={line.id}>
      <Row line={line} grade={grave.get(line.id)} isSelected={line.id === selected} onSelect={onSelect} />
      {inside.length > 0 && <ul className="outline-inside">{rows(inside)}</ul>}
    </li>
  ));
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- every row is a button; the arrows are handled once for all of them */}
      <ul className="outline" ref={list} {...roving} aria-label={text('outline')} aria-describedby="process-keys">{rows(lines)}</ul>
      <details className="panel-more small">
        <summary>{text('processKeysTitle')}</summary>
        <p id="process-keys">{text('processKeys')}</p>
      </details>
    </>
  );
};

/** Each line of the least depth with the deeper ones that follow it. */
function branches(lines: readonly OutlineLine[]): readonly (readonly [OutlineLine, readonly OutlineLine[]])[] {
  const least = Math.min(...lines.map(({ depth }) => depth));
  const at = lines.flatMap(({ depth }, index) => (depth === least ? [index] : []));
  return at.map((from, index) => [lines[from]!, lines.slice(from + 1, at[index + 1])]);
}

const Row = ({ line: { id, kind, name, facts }, grade, isSelected, onSelect }: { line: OutlineLine; grade: Graveness | undefined; isSelected: boolean; onSelect: OutlineViewProps['onSelect'] }) => {
  const text = useText();
  return (
    <button type="button" className="outline-row" aria-current={isSelected || undefined} onClick={({ detail }) => onSelect(id, detail === 0)}>
      <span className="outline-kind">{kind}</span>
      <span className="outline-name">{name}</span>
      {facts.map((fact) => <span key={fact} className="outline-facts">{fact}</span>)}
      {grade && (
        <span className={`outline-grade outline-${grade.severity}`}>
          <Icon of={grade.severity === 'error' ? CircleAlert : TriangleAlert} />
          <span>{text(grade.severity === 'error' ? 'errors' : 'warnings', { count: grade.count })}: {ruleWords(grade.rule) ?? grade.rule}</span>
        </span>
      )}
    </button>
  );
};
