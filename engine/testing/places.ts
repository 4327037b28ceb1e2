import { flows } from './diagram.ts';
import type { Row } from './table.ts';

interface Caught {
  /** The event's definition in BPMN. */
  readonly event: string;
  readonly outside?: string;
  readonly data?: Row['data'];
  readonly happens: NonNullable<Row['act']>;
}

const work = '<userTask id="work"/><userTask id="handled"/>';
const boundary = (event: string, host: string, attributes = '') => `<boundaryEvent id="w" attachedToRef="${host}" ${attributes}>${event}</boundaryEvent>${flows('w -> handled')}`;
const handler = (event: string, attributes = '') => `<subProcess id="h" triggeredByEvent="true"><startEvent id="w" ${attributes}>${event}</startEvent><userTask id="handled"/>${flows('w -> handled')}</subProcess>`;
const around = (inner: string, marker = '') => `<startEvent id="s"/><subProcess id="x">${marker}<startEvent id="is"/><userTask id="work"/>${flows('is -> work')}${inner}</subProcess>${flows('s -> x')}`;
const beside = 'cancelActivity="false"';
const twice = '<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>';

/** Every place within a process where an event that is waited for may be caught (BPMN 2.0.2, table 10.93), and the steps that are open when it has happened there. */
const places: Readonly<Record<string, readonly [draw: (event: string) => string, tasks: readonly string[], outside?: string]>> = {
  'on the way': [(event) => `<startEvent id="s"/><intermediateCatchEvent id="w">${event}</intermediateCatchEvent><userTask id="handled"/>${flows('s -> w -> handled')}`, ['handled']],
  'behind an event-based gateway': [
    (event) => `<startEvent id="s"/><eventBasedGateway id="g"/><intermediateCatchEvent id="w">${event}</intermediateCatchEvent><intermediateCatchEvent id="o"><timerEventDefinition><timeDuration>P9Y</timeDuration></timerEventDefinition></intermediateCatchEvent><userTask id="handled"/><userTask id="other"/>${flows('s -> g -> w -> handled; g -> o -> other')}`, ['handled'],
  ],
  'at the boundary of a task, which it ends': [(event) => `<startEvent id="s"/>${work}${flows('s -> work')}${boundary(event, 'work')}`, ['handled']],
  'at the boundary of a task, which goes on': [(event) => `<startEvent id="s"/>${work}${flows('s -> work')}${boundary(event, 'work', beside)}`, ['work', 'handled']],
  'at the boundary of a sub-process, which it ends': [(event) => `${around('')}<userTask id="handled"/>${boundary(event, 'x')}`, ['handled']],
  'at the boundary of a sub-process, which goes on': [(event) => `${around('')}<userTask id="handled"/>${boundary(event, 'x', beside)}`, ['work', 'handled']],
  'at the boundary of a call, which it ends': [
    (event) => `<startEvent id="s"/><callActivity id="c" calledElement="q"/><userTask id="handled"/>${flows('s -> c')}${boundary(event, 'c')}`, ['handled'],
    `<process id="q"><startEvent id="qs"/><userTask id="work"/>${flows('qs -> work')}</process>`,
  ],
  'once at the boundary of what is done several times, all of which it ends': [(event) => `${around('', twice)}<userTask id="handled"/>${boundary(event, 'x')}`, ['handled']],
  'once at the boundary of what is done several times, all of which go on': [(event) => `${around('', twice)}<userTask id="handled"/>${boundary(event, 'x', beside)}`, ['work', 'work', 'handled']],
  'by an event sub-process of the process, which ends the rest': [(event) => `<startEvent id="s"/><userTask id="work"/>${flows('s -> work')}${handler(event)}`, ['handled']],
  'by an event sub-process of the process, beside the rest': [(event) => `<startEvent id="s"/><userTask id="work"/>${flows('s -> work')}${handler(event, 'isInterrupting="false"')}`, ['work', 'handled']],
  'by an event sub-process within a sub-process, which ends the rest of it': [(event) => around(handler(event)), ['handled']],
  'by an event sub-process within a sub-process, beside the rest of it': [(event) => around(handler(event, 'isInterrupting="false"')), ['work', 'handled']],
};

/** A row for each place where the event may be caught. */
export const caughtEverywhere = ({ event, outside = '', data = {}, happens }: Caught): Readonly<Record<string, Row>> =>
  Object.fromEntries(Object.entries(places).map(([place, [draw, tasks, more = '']]) => [`is caught ${place}`, { draw: draw(event), outside: outside + more, data, act: happens, tasks }]));
