import type { Definition, Node, NodeId } from '../definition.ts';
import { unreachable } from '../reachability.ts';
import type { Incident, Json } from '../state.ts';
import { beyond } from './beyond.ts';
import { crowds } from './crowd.ts';
import { explore, type Blind, type Budget, type Exploration, type Found } from './explore.ts';
import type { Given } from './facts.ts';
import { collaborationOf, modelOf, type Flowing, type Model } from './model.ts';
import { failing } from './moves.ts';
import { named } from './named.ts';
import { timesOf, type Allowed } from './overtime.ts';
import { conditionsAt } from './question.ts';
import { seen } from './place-key.ts';
import type { Ending } from './shorter.ts';
import { shortened } from './shortened.ts';
import { dead, doomed } from './verdict.ts';

export interface ProofFinding {
  readonly rule: 'option-to-complete' | 'proper-completion' | 'dead-element' | 'safeness' | 'endless-loop' | 'gateway-gap' | 'model-fault' | 'messages-taken' | 'time-sum' | 'time-rounded' | 'time-unbounded' | 'time-unknown' | 'not-decided';
  /** A note says what is so and nobody needs to mend. */
  readonly severity: 'error' | 'warning' | 'note';
  readonly element: string;
  readonly message: string;
  /** The same in Vietnamese. */
  readonly messageVi: string;
  /** Elements in order: each step that is done or event that happens, and the flows chosen after it. */
  readonly counterexample?: readonly string[];
}

export interface Proof {
  readonly findings: readonly ProofFinding[];
  /** States and steps between them that were looked at. */
  readonly states: number;
  readonly transitions: number;
  /** Whether elements that nothing comes to were asked for at all: not beside a token that is held at a gap, nor where some of what may happen was not looked at. */
  readonly tellsDead: boolean;
}

export interface ProofOptions extends Budget {
  /** All values that a path of the data can have, such as the answers of a form's field. */
  readonly values?: Given;
  /** The time that the law allows from the start of the clock to its end, such as "7 working days"; or the times that it allows to the cases it tells apart. */
  readonly limit?: string | readonly Allowed[];
  /** Every order of independent steps, for tests of the reduction. */
  readonly full?: boolean;
}

/**
 * Proves a definition sound with the transition function that runs it (docs/soundness.md): from everything that can happen an end
 * can be reached, no end is reached twice, every element can be reached, no two tokens meet at one element, no loop goes on by
 * itself for ever. A statechart is proven in the same way. What is not proven within the budget is said to be not decided.
 */
export const prove = (definition: Definition, options: ProofOptions = {}): Proof => conclude(modelOf(definition, options.values), definition.id, options);

/** The same for several processes that wait for each other's messages, and for no others: they may overtake one another. */
export const proveCollaboration = (definitions: readonly Definition[], flows: readonly Flowing[], options: ProofOptions = {}): Proof =>
  conclude(collaborationOf(definitions, flows), definitions.map(({ id }) => id).join(', '), options);

const conclude = (given: Model, name: string, { full, limit, elapsed, milliseconds, states, ways = given.ways }: ProofOptions): Proof => {
  const isLate = (): boolean => milliseconds !== undefined && elapsed !== undefined && elapsed() > milliseconds;
  const model: Model = { ...given, covers: !full && !given.flows, forgets: !full, ways, isLate };
  const exploration = explore(model, states, full);
  const held = incidents(model, exploration);
  const faults = [...held, ...stranded(model, exploration, held), ...endless(model, exploration), ...restless(model, exploration), ...crowded(model, exploration), ...gaps(model, exploration)];
  const tellsDead = isWhole(model, exploration);
  const unknown = beyond(model.processes.map(({ definition }) => definition), held.flatMap(({ rule, element }) => (rule === 'model-fault' ? [element] : [])));
  const findings = [
    ...faults, ...(faults.some(({ rule }) => rule === 'safeness') ? [] : twice(model, exploration)), ...(faults.length > 0 ? [] : undelivered(model, exploration)),
    ...(tellsDead ? deadElements(model, exploration).filter(({ element }) => !unknown.has(element)) : []), ...timesOf(model, exploration, typeof limit === 'string' ? [{ limit }] : limit ?? [], states), ...undecided(name, exploration, milliseconds),
  ];
  return { findings, states: exploration.found.length, transitions: exploration.transitions, tellsDead };
};

/** The first of each kind: found shortest way first. */
const firsts = <T>(all: readonly T[], by: (each: T) => string): readonly T[] => [...new Map(all.toReversed().map((each) => [by(each), each])).values()].toReversed();

/** Where a person must mend the model before all can go on. */
const incidents = (model: Model, { found }: Exploration): readonly ProofFinding[] => {
  const raised = found.flatMap((at) => at.outcome?.incidents.filter(({ code }) => code !== failing).map((incident) => ({ at, incident, places: heldAt(at, incident) })) ?? []);
  return firsts(raised, ({ incident, places }) => `${incident.code} ${places.join(' ')}`).map(({ at, incident: { code, message }, places }): ProofFinding => {
    const element = places[0]!;
    const counterexample = shortened(model, at, undefined, (ending) => ending.outcome.incidents.some((other) => other.code === code && heldAt(ending, other).join(' ') === places.join(' ')));
    const { machine } = model.processes[0]!.definition;
    if (code === 'deadlock' && machine) return { rule: 'option-to-complete', severity: 'error', element: standing(at)[0] ?? element, counterexample, message, messageVi: `không còn người hay việc gì đưa quy trình đi tiếp từ ${standing(at).map((id) => named(model, id, 'vi')).join(', ')}` };
    if (code === 'runaway') return { rule: 'endless-loop', severity: 'error', element, counterexample, message: `expected the procedure to come to rest, but it goes on by itself for ever from ${named(model, element)}`, messageVi: `từ ${named(model, element, 'vi')} quy trình tự chạy mãi, không bao giờ dừng lại chờ` };
    if (code !== 'deadlock') return { rule: 'model-fault', severity: 'error', element, counterexample, message, messageVi: code === 'no-condition' ? `có đường đi ra từ ${named(model, element, 'vi')} chưa có điều kiện, nên không chọn được đường: ghi khi nào đi mỗi đường, hoặc chọn một đường mặc định` : `quy trình dừng ở ${named(model, element, 'vi')} vì mô hình có lỗi, dù dữ liệu thế nào` };
    return { rule: 'option-to-complete', severity: 'error', element, counterexample, message: `expected a way to an end from everything that can happen, but more tokens are awaited at ${named(model, element)}, and none can come any more`, messageVi: `${named(model, element, 'vi')} còn chờ nhánh khác, nhưng không nhánh nào tới được nữa` };
  });
};

const heldAt = (at: Pick<Found, 'place'>, { id }: Incident): readonly NodeId[] =>
  [...new Set(at.place.slots.flatMap((slot) => slot?.state.tokens.filter(({ wait }) => wait.on === 'incident' && wait.incident === id).map((token) => token.at) ?? []))];

/** Whether a story leads to one of the places, which are known to be what they are. */
const comesTo = (model: Model, places: readonly Found[]): ((ending: Ending) => boolean) => {
  const keys = new Set(places.map(({ place }) => seen(model, place).key));
  return ({ place }) => keys.has(seen(model, place).key);
};

/** Places without incident from which there is no way to an end. */
const endless = (model: Model, exploration: Exploration): readonly ProofFinding[] => {
  const held = (at: Found): boolean => at.place.slots.some((slot) => (slot?.state.incidents.length ?? 0) > 0);
  const lost = doomed(exploration.found, (at) => held(at) || mayChange(model, at) || at.place.slots.every((slot) => !slot || slot.state.status !== 'active'));
  const [first] = [...lost.filter(({ next }) => next.length === 0), ...lost];
  if (!first) return [];
  const places = standing(first);
  return [{
    rule: 'option-to-complete', severity: 'error', element: places[0] ?? '', counterexample: shortened(model, first, undefined, comesTo(model, lost.filter((at) => standing(at).join(' ') === places.join(' ')))),
    message: `expected a way to an end from everything that can happen, but from ${places.map((id) => named(model, id)).join(', ')} there is none`,
    messageVi: `từ ${places.map((id) => named(model, id, 'vi')).join(', ')} không còn đường nào tới điểm kết thúc`,
  }];
};

/** Where tokens rest; what only holds others does not count. */
const standing = ({ place }: Found): readonly NodeId[] => {
  const tokens = place.slots.flatMap((slot) => slot?.state.tokens ?? []);
  const inmost = tokens.filter(({ wait }) => wait.on !== 'scope' && wait.on !== 'incident');
  return [...new Set((inmost.length > 0 ? inmost : tokens).map(({ at }) => at))];
};

/** Steps that ask the same again and again, whatever the answer. */
const restless = (model: Model, { blind }: Exploration): readonly ProofFinding[] => firsts(blind.filter(({ outcome }) => outcome.restless !== undefined), ({ outcome }) => outcome.restless!)
  .map(({ at, move, outcome }): ProofFinding => ({
    rule: 'endless-loop', severity: 'error', element: outcome.restless!, counterexample: shortened(model, at, { outcome, ...(move && { move }) }, (ending) => ending.outcome.restless === outcome.restless),
    message: `expected the procedure to come to rest, but from ${named(model, outcome.restless!)} it goes on by itself, whatever is answered there`,
    messageVi: `từ ${named(model, outcome.restless!, 'vi')} quy trình tự chạy mãi, dù câu trả lời thế nào`,
  }));

/** Joins at which tokens wait for others that never come, though something else may still end the whole. */
const stranded = (model: Model, exploration: Exploration, told: readonly ProofFinding[]): readonly ProofFinding[] => {
  const waiting = new Map<NodeId, Found[]>();
  for (const at of exploration.found) for (const slot of at.place.slots) {
    for (const id of new Set(slot?.state.tokens.filter(({ at: place, wait }) => wait.on === 'join' && !isFinal(model, place)).map((token) => token.at))) waiting.set(id, [...waiting.get(id) ?? [], at]);
  }
  return [...waiting].flatMap(([element, places]): readonly ProofFinding[] => {
    if (told.some((finding) => finding.element === element)) return [];
    const lost = new Set(doomed(exploration.found, (at) => at.joined.has(element) || mayChange(model, at)));
    const first = places.filter((at) => lost.has(at)).toSorted((left, right) => left.depth - right.depth)[0];
    return first ? [{
      rule: 'option-to-complete', severity: 'error', element, counterexample: shortened(model, first, undefined, comesTo(model, places.filter((at) => lost.has(at)))),
      message: `expected the token that waits at ${named(model, element)} to go on in some way, but the others it waits for cannot come any more`,
      messageVi: `${named(model, element, 'vi')} còn chờ nhánh khác, nhưng các nhánh đó không tới được nữa`,
    }] : [];
  });
};

/** In a statechart, a final state waits for the regions beside it, and is none of its own. */
const isFinal = ({ processes }: Model, id: NodeId): boolean => processes.some(({ definition }) => definition.machine !== undefined && definition.nodes[id] !== undefined);

/** Whether a choice was made by data that no element writes: whoever brought them may bring others. */
const mayChange = ({ processes }: Model, { place }: Found): boolean => place.slots.some((slot, process) => {
  const { knowledge, written } = processes[process]!.questions;
  return [...slot?.facts.keys() ?? []].some((key) => knowledge.condition(key).roots.some((root) => !written.has(root)));
});

const crowded = (model: Model, { found }: Exploration): readonly ProofFinding[] =>
  firsts(found.flatMap((at) => [...at.crowds.keys()].map((element) => ({ at, element }))), ({ element }) => element).map(({ at, element }) => ({
    rule: 'safeness', severity: 'error', element, counterexample: shortened(model, at, undefined, ({ place }) => crowds(model, place).has(element)),
    message: `expected ${named(model, element)} to be reached by one token at a time, but two can be there at once: what it does would be done twice`,
    messageVi: `có thể có hai lượt cùng ở ${named(model, element, 'vi')}: việc ở đó sẽ bị làm hai lần`,
  }));

const twice = (model: Model, { found }: Exploration): readonly ProofFinding[] =>
  firsts(found.flatMap((at) => at.place.ended.filter((id, index, all) => all[index - 1] === id).map((element) => ({ at, element }))), ({ element }) => element).map(({ at, element }) => ({
    rule: 'proper-completion', severity: 'warning', element, counterexample: shortened(model, at, undefined, ({ place: { ended } }) => ended.some((id, index) => id === element && ended[index - 1] === id)),
    message: `expected the end ${named(model, element)} to be reached once, but it is reached while another token is still on its way to it; join the ways before it`,
    messageVi: `điểm kết thúc ${named(model, element, 'vi')} có thể bị tới hai lần; hãy gộp các nhánh trước nó`,
  }));

/** Messages that are sent and that nobody takes any more. */
const undelivered = (model: Model, exploration: Exploration): readonly ProofFinding[] => {
  const lost = doomed(exploration.found, ({ place: { bag } }) => bag.size === 0);
  const [first] = lost;
  if (!first) return [];
  const sent = [...first.place.bag.keys()].map((id) => model.flows!.find((flow) => flow.id === id)!);
  return [{
    rule: 'messages-taken', severity: 'warning', element: sent[0]!.id, counterexample: shortened(model, first, undefined, comesTo(model, lost.filter(({ place: { bag } }) => bag.has(sent[0]!.id)))),
    message: `expected every message to be taken, but one that ${sent.map(({ source }) => named(model, source)).join(', ')} sends never is`,
    messageVi: `một thông điệp do ${sent.map(({ source }) => named(model, source, 'vi')).join(', ')} gửi không bao giờ có ai nhận`,
  }];
};

const gaps = (model: Model, exploration: Exploration): readonly ProofFinding[] =>
  firsts(exploration.blind.filter((blind) => blind.outcome.gap?.data !== undefined && isUnderstood(model, blind)), ({ outcome }) => outcome.gap!.node).map(({ at, move, outcome }): ProofFinding => {
    const { node, data } = outcome.gap!;
    const { definition, questions } = model.processes[move?.process ?? 0]!;
    const known = conditionsAt(definition, node).every((key) => questions.knowledge.lists(key));
    return {
      rule: 'gateway-gap', severity: known ? 'error' : 'warning', element: node, counterexample: [...shortened(model, at, { outcome, ...(move && { move }) }, (ending) => ending.outcome.gap?.node === node && ending.outcome.gap.data !== undefined), node],
      message: definition.machine
        ? `expected the answer of ${named(model, node)} to lead on whatever it is, but no guard holds with ${shown(data!)}`
        : `expected a condition of ${named(model, node)} to hold whatever the data are, but none does with ${shown(data!)}, and there is no default flow`,
      messageVi: `không lối ra nào của ${named(model, node, 'vi')} khớp khi dữ liệu là ${shown(data!, 'giá trị khác')}, và không có lối mặc định`,
    };
  });

const shown = (data: Json, other = 'anything else'): string => JSON.stringify(data).replaceAll('"\\u0000"', other);

const isUnderstood = ({ processes }: Model, { move, outcome }: Blind): boolean => {
  const { definition, questions: { knowledge } } = processes[move?.process ?? 0]!;
  return conditionsAt(definition, outcome.gap!.node).every((key) => knowledge.understands(key));
};

/** Whether all that may happen was looked at, also beside tokens that are held at a gap between conditions. */
const isWhole = (model: Model, exploration: Exploration): boolean => {
  const cut = exploration.blind.some(({ outcome: { place, restless } }) => restless !== undefined || place.slots.reduce((count, slot) => count + (slot?.state.tokens.filter(({ wait }) => wait.on !== 'scope').length ?? 0), 0) > 1);
  // An event that a statechart cannot take leaves no trace of how far it came.
  const isLost = model.processes.some(({ definition }) => definition.machine) && exploration.found.some(({ outcome }) => outcome?.incidents.some(({ code }) => code === 'runaway'));
  return exploration.exceeded === undefined && !cut && !isLost && !exploration.found.some(({ open }) => open);
};

/** The first elements of what no token ever comes to, where all was looked at; what has no way to it at all has been told by the reader of the diagram. */
const deadElements = (model: Model, exploration: Exploration): readonly ProofFinding[] => {
  const gone = new Set(dead(model, exploration));
  return model.processes.flatMap(({ definition }) => {
    // A condition may begin to hold between any two automatic steps; the proof lets it happen only where tokens rest.
    if (Object.values(definition.nodes).some((node) => isConditional(node) && !(node.kind === 'startEvent' && node.parent === definition.id))) return [];
    const told = new Set(unreachable(definition));
    const elements = [...gone].filter((id) => isFirst(definition, gone, told, id)).map((element): ProofFinding => ({
      rule: 'dead-element', severity: 'error', element, message: `expected ${named(model, element)} to be reached by some way, but whatever happens no token comes to it`,
      messageVi: `dù điều gì xảy ra, không lượt nào tới được ${named(model, element, 'vi')}`,
    }));
    const ways = Object.values(definition.flows).filter(({ id, source, target }) => !exploration.visited.has(id) && !gone.has(source) && !gone.has(target) && !told.has(source));
    return [...elements, ...ways.map(({ id, source, target }): ProofFinding => ({
      rule: 'dead-element', severity: 'warning', element: id, message: `expected the way ${id} from ${named(model, source)} to ${named(model, target)} to be taken by someone, but whatever happens it never is`,
      messageVi: `dù điều gì xảy ra, lối từ ${named(model, source, 'vi')} tới ${named(model, target, 'vi')} không bao giờ được chọn`,
    }))];
  });
};

const isConditional = (node: Node): boolean =>
  node.step.inputSets !== undefined || ('event' in node && (node.event.kind === 'conditional' || (node.event.kind === 'multiple' && node.event.events.some(({ kind }) => kind === 'conditional'))));

const isFirst = ({ nodes, flows }: Definition, gone: ReadonlySet<NodeId>, told: ReadonlySet<NodeId>, id: NodeId): boolean => {
  const node = nodes[id];
  if (!node || told.has(id) || gone.has(node.parent) || node.forCompensation) return false;
  if (node.kind === 'boundaryEvent') return node.event.kind !== 'compensation' && !gone.has(node.attachedTo);
  return node.incoming.length === 0 || node.incoming.some((flow) => !gone.has(flows[flow]!.source));
};

const undecided = (element: string, { exceeded, found, transitions }: Exploration, milliseconds = 0): readonly ProofFinding[] => (exceeded === undefined ? [] : [{
  rule: 'not-decided', severity: 'warning', element,
  message: `expected a proof of all that can happen, but it was given up after ${found.length} states and ${transitions} steps (${exceeded === 'time' ? `${milliseconds} ms` : exceeded}): what was found is so, and what was not found is not decided`,
  messageVi: `đã dừng chứng minh sau ${found.length} trạng thái và ${transitions} bước: điều đã tìm thấy là đúng, điều chưa tìm thấy thì chưa kết luận`,
}]);
