import type { ElkNode } from 'elkjs/lib/elk-api';
import { listed } from '../../../engine/statechart/machine.ts';
import { holdsStates } from '../../../engine/statechart/walk.ts';
import { flowsOf, initialFlow } from '../../../engine/statechart/way.ts';
import { leadsOf } from '../leads.ts';
import { childrenOf, type Places } from '../places.ts';
import { targetId } from '../targets.ts';

/** What stands in a box: its name and lines about it. */
export type Caption = (id: string) => { readonly name: string; readonly facts: readonly string[] };

export const lineHeight = 16;
const letter = 6.6;
const most = 24;

/** Words in lines of at most so many letters. */
export function lined(text: string, width = most): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const widthOf = (lines: readonly string[]): number => Math.max(...lines.map((line) => line.length), 1) * letter;

/** The beginning inside a state: a dot that leads to what is entered first. */
const dotOf = (id: string): string => `${id}/dot`;

/** The graph of a statechart for the layout: states in states, transitions with their labels at the outermost level. */
export function graphOf(places: Places, root: string, captionOf: Caption, labelOf: (flow: string) => string): ElkNode {
  const edges: NonNullable<ElkNode['edges']> = [];
  const edge = (id: string, source: string, target: string, label = '') => {
    if (places.has(source) || source.endsWith('/dot')) edges.push({ id, sources: [source], targets: [target], ...(label !== '' && { labels: [{ text: label, width: label.length * 5.6 + 6, height: 14 }] }) });
  };
  const nodeOf = (id: string): ElkNode => {
    const { state } = places.get(id)!;
    const { name, facts } = captionOf(id);
    for (const lead of leadsOf(id, state)) {
      const targets = listed(lead.transition.target);
      for (const [index, flow] of flowsOf({ ...lead, event: undefined }).entries()) {
        const target = targets[index] === undefined ? undefined : targetId(places, id, targets[index]);
        if (target !== undefined) edge(flow, id, target, labelOf(lead.flow));
      }
    }
    if (!holdsStates(state)) {
      const lines = [...lined(name), ...facts];
      return state.type === 'history' ? { id, width: 28, height: 28 } : { id, width: Math.max(90, widthOf(lines) + 24), height: lines.length * lineHeight + 16 };
    }
    const children = childrenOf(state).map(([, child]) => child);
    const begins = state.type === 'parallel' ? [] : childrenOf(state).filter(([key]) => key === state.initial).map(([, child]) => child);
    for (const child of begins) edge(initialFlow(id), dotOf(id), child);
    return {
      id, children: [...begins.map(() => ({ id: dotOf(id), width: 12, height: 12 })), ...children.map(nodeOf)],
      layoutOptions: { 'elk.padding': '[top=38,left=16,bottom=16,right=16]', 'elk.nodeSize.constraints': 'MINIMUM_SIZE', 'elk.nodeSize.minimum': `(${Math.round(widthOf([name]) + 40)},60)` },
    };
  };
  return { ...nodeOf(root), edges };
}
