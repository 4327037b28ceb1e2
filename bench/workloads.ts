import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagram, flows } from '../engine/testing/diagram.ts';
import { reportMachine, reportTasks } from './report-machine.ts';

/**
 * A diagram without extensions of anyone, which every contender for diagrams reads: user tasks are completed as they open, a message
 * is sent when nothing else can go on. Conditions are decided in advance: `yes` and `no` stand for them.
 */
export interface Workload {
  readonly name: string;
  readonly xml?: (yes: string, no: string) => string;
  /** Instead of a diagram: a statechart, which motcua and XState execute as it stands. */
  readonly machine?: object;
  /** Activities that an instance completes: the unit of the comparison. */
  readonly activities: number;
}

const range = (length: number, prefix = 't'): readonly string[] => Array.from({ length }, (_, index) => `${prefix}${index}`);

const sequence = (kind: string, length: number): string => {
  const ids = range(length);
  return diagram(`<startEvent id="s"/>${ids.map((id) => `<${kind} id="${id}"/>`).join('')}<endEvent id="e"/>${flows(['s', ...ids, 'e'].join(' -> '))}`);
};

export const userSequence = (length: number): string => sequence('userTask', length);
export const automaticSequence = (length: number): string => sequence('task', length);

const forkAndJoin = (width: number): string => {
  const ids = range(width);
  return diagram(`<startEvent id="s"/><parallelGateway id="fork"/>${ids.map((id) => `<userTask id="${id}"/>`).join('')}<parallelGateway id="join"/><endEvent id="e"/>${flows(`s -> fork; ${ids.map((id) => `fork -> ${id} -> join`).join('; ')}; join -> e`)}`);
};

const eventGateway = diagram(`<startEvent id="s"/><userTask id="ask"/><eventBasedGateway id="first"/>
<intermediateCatchEvent id="answered"><messageEventDefinition id="m" messageRef="Answer"/></intermediateCatchEvent>
<intermediateCatchEvent id="silent"><timerEventDefinition id="d"><timeDuration>P2D</timeDuration></timerEventDefinition></intermediateCatchEvent>
<userTask id="judge"/><endEvent id="e"/><endEvent id="f"/>${flows('s -> ask -> first -> answered -> judge -> e; first -> silent -> f')}`, '<message id="Answer" name="answer"/>');

const multiInstance = (cardinality: number): string => diagram(`<startEvent id="s"/><subProcess id="each"><multiInstanceLoopCharacteristics id="l"><loopCardinality>${cardinality}</loopCardinality></multiInstanceLoopCharacteristics>
<startEvent id="is"/><userTask id="a"/><userTask id="b"/><endEvent id="ie"/>${flows('is -> a -> b -> ie')}</subProcess><endEvent id="e"/>${flows('s -> each -> e')}`);

/** A loop that goes round `turns` times through a user task, by a condition over data in FEEL. */
export const loop = (turns: number): string =>
  diagram(`<startEvent id="s"/><exclusiveGateway id="in"/><userTask id="a"/><scriptTask id="n" scriptFormat="feel"><script>n + 1</script></scriptTask><exclusiveGateway id="out" default="out-e"/><endEvent id="e"/>${flows(`s -> in -> a -> n -> out -> e; out -> in if n < ${turns}`)}`);

const taken = new Set(['receptionDecision_received', 'signDecision_number', 'feeDue_requestFee']);

/** The construction permit as drawn: its ways, scopes, deadlines and messages, every activity a user task, without what only motcua reads. */
const permit = (yes: string, no: string): string => {
  let flow = '';
  return readFileSync(join(import.meta.dirname, '../procedures/construction-permit-house/process.bpmn'), 'utf8')
    .replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '')
    .replace(/<bpmn:extensionElements>[\s\S]*?<\/bpmn:extensionElements>/g, '')
    .replace(/ motcua:\w+="[^"]*"/g, '')
    .replace(/<bpmn:script>[\s\S]*?<\/bpmn:script>/g, '').replace(/ scriptFormat="\w+"/g, '')
    .replace(/(<\/?bpmn:)(service|script|businessRule)Task/g, '$1userTask')
    .replace(/(<bpmn:timeDuration[^>]*>)[^<]*/g, '$1P2D').replace(/(<bpmn:timeDate[^>]*>)[^<]*/g, '$12099-01-01T00:00:00Z')
    .replace(/<bpmn:sequenceFlow id="(\w+)"|(<bpmn:conditionExpression[^>]*>)[^<]*/g, (all, id: string | undefined, open: string | undefined) => {
      if (id === undefined) return `${open}${taken.has(flow) ? yes : no}`;
      flow = id;
      return all;
    });
};

export const workloads: readonly Workload[] = [
  { name: 'ten automatic steps', xml: () => automaticSequence(10), activities: 10 },
  { name: 'ten user tasks', xml: () => userSequence(10), activities: 10 },
  { name: 'fork into twenty, join', xml: () => forkAndJoin(20), activities: 20 },
  { name: 'construction permit', xml: permit, activities: 16 },
  { name: 'event gateway with timer', xml: () => eventGateway, activities: 3 },
  { name: 'five times a sub-process', xml: () => multiInstance(5), activities: 10 },
  { name: 'statechart with two regions', machine: reportMachine, activities: reportTasks.length },
];
