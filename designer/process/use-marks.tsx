import { CircleAlert, FolderOpen, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useEffect, useMemo, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { DesignerPackage, StepCounts } from '../../server/api/designer.ts';
import { timeLimit } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { ruleWords } from '../findings/rule-words.ts';
import { useText } from '../words.ts';
import { laneRoleOf } from './assignment.ts';
import { countWords } from './count-words.ts';
import { elementOf, modelOf } from './editing.ts';
import type { Graveness } from './marks.ts';
import { tool, type Drawing, type Element } from './drawing-tools.ts';
import { roleWords } from './role-words.ts';
import { stepOf } from './step.ts';

interface Mark {
  readonly id: string;
  readonly tone: 'error' | 'warning' | 'count' | 'late' | 'facts';
  readonly word: string;
  /** Said in full under the pointer; of what is selected the panel says it. */
  readonly sentence?: string;
  readonly position: Record<string, number>;
  /** Pixels of the drawing that the words may take. */
  readonly width?: number;
}

const icons: Readonly<Record<Mark['tone'], LucideIcon | undefined>> = { error: CircleAlert, warning: TriangleAlert, count: FolderOpen, late: CircleAlert, facts: undefined };
const kind = 'motcua-mark';
/** The name of a gateway stands above it. */
const besideGateway = { top: -6, left: -54 };
const inset = 2;
/** An event sits on the lower edge: the words leave it room. */
const besideEvent = 36;

/** The process itself has no place in its drawing: what is found of it stands in the list. */
const isShown = (element: Element | undefined): boolean => element?.parent !== undefined && element.type.startsWith('bpmn:');

/** What stands beside the elements of the drawing: role and limit, findings, dossiers that are there now. The outline says the same. */
export const useMarks = (drawing: Drawing | undefined, beat: number, grave: ReadonlyMap<string, Graveness>, counts: StepCounts | undefined, roles: DesignerPackage['roles']): ReactNode => {
  const text = useText();
  const language = useLanguage();
  const hosts = useMemo(() => {
    if (!drawing || beat === 0) return [];
    const facts = tool(drawing, 'elementRegistry').filter(({ type }) => type === 'bpmn:UserTask').flatMap((element): Mark[] => {
      const step = stepOf(modelOf(element));
      const words = [roleWords(step, laneRoleOf(modelOf(element)), roles, language), step.timeLimit && timeLimit(step.timeLimit, language)].filter((word) => word !== '');
      return words.length === 0 ? [] : [{ id: element.id, tone: 'facts', word: words.join('\n'), position: { bottom: 12 * words.length + 2, left: inset }, width: element.width - 2 * inset - (element.attachers.length > 0 ? besideEvent : 0) }];
    });
    const found = [...grave].map(([id, { severity, count, rule }]): Mark => ({ id, tone: severity, word: text(severity === 'error' ? 'errors' : 'warnings', { count }), sentence: ruleWords(rule) ?? rule, position: elementOf(drawing, id)?.type.endsWith('Gateway') ? besideGateway : { top: -20, left: 0 } }));
    const live = (counts?.counts ?? []).map((count): Mark => ({ id: count.node, tone: count.late > 0 || count.incidents > 0 ? 'late' : 'count', word: countWords(text, count), position: { top: grave.has(count.node) ? -40 : -20, left: 0 } }));
    return [...facts, ...found, ...live].filter(({ id }) => isShown(elementOf(drawing, id))).map((mark) => ({ host: document.createElement('div'), mark }));
  }, [drawing, beat, grave, counts, roles, language, text]);
  useEffect(() => {
    if (!drawing) return;
    const overlays = tool(drawing, 'overlays');
    for (const { host, mark } of hosts) if (elementOf(drawing, mark.id)) overlays.add(mark.id, kind, { position: mark.position, html: host, show: { minZoom: mark.tone === 'facts' ? 0.7 : 0 } });
    return () => overlays.remove({ type: kind });
  }, [drawing, hosts]);
  return hosts.map(({ host, mark }) =>
    createPortal(
      <span className={`mark mark-${mark.tone}`} style={mark.width === undefined ? undefined : { width: mark.width }} aria-hidden="true">
        {icons[mark.tone] && <Icon of={icons[mark.tone] as LucideIcon} />}
        {mark.word}
        {mark.sentence && <span className="mark-sentence">· {mark.sentence}</span>}
      </span>,
      host, `${mark.tone} ${mark.id}`,
    ),
  );
};
