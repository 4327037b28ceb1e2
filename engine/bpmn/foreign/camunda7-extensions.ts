import type { ModdleElement } from 'bpmn-moddle';
import { many, one } from '../moddle.ts';
import { called } from '../problem.ts';
import { sourceOf } from './camunda7-attributes.ts';
import { parameterOf } from './parameter.ts';
import { add, refuseCode, say, text, written, type Site } from './site.ts';

type Reader = (site: Site, extension: ModdleElement) => void;

const decoration = (why: string): Reader => (site) => site.decoration('', why);

const inputOutput: Reader = (site, extension) => {
  const { owner, problems } = site;
  if (owner.$type === 'bpmn:CallActivity') {
    problems.error('foreign-mapping', owner.id, `expected ${called(owner)} to hand over data by camunda:in and camunda:out, but it has input or output parameters`);
    return;
  }
  for (const [property, type] of [['inputParameters', 'Input'], ['outputParameters', 'Output']] as const) {
    for (const parameter of many(extension, property)) {
      const name = text(parameter, 'name') ?? '';
      const value = parameterOf(site, `${type.toLowerCase()} "${name}"`, parameter);
      if (value !== undefined) add(owner, type, name, value);
    }
  }
};

/** `camunda:in`: what a called process is handed, or a signal carries; `camunda:out`: what comes back. */
const binding = (type: 'Input' | 'Output', all: 'shares' | 'propagate'): Reader => (site, extension) => {
  const { element, owner, problems } = site;
  if (text(extension, 'businessKey') !== undefined) return site.decoration('businessKey', 'a dossier is known by its own code');
  const carried = element.$type === 'bpmn:SignalEventDefinition' && type === 'Input' && text(extension, 'variables') === undefined;
  if (owner.$type !== 'bpmn:CallActivity' && !carried) {
    problems.error('foreign-mapping', owner.id, `expected ${written(extension)} on call activities, but ${called(owner)} has it`);
    return;
  }
  if (extension.get('local') === true) {
    problems.error('foreign-mapping', owner.id, `expected ${written(extension)} of ${called(owner)} to speak of the data of the dossier, but it is for the variables of one step alone (local)`);
    return;
  }
  if (text(extension, 'variables') === 'all') return say(owner, all, true);
  const target = text(extension, 'target');
  const source = text(extension, 'source') ?? text(extension, 'sourceExpression');
  if (target === undefined || source === undefined) {
    problems.error('foreign-mapping', owner.id, `expected ${written(extension)} of ${called(owner)} to have a source and a target, but it has not`);
    return;
  }
  const value = sourceOf(site, `${type.toLowerCase()} "${target}"`, source);
  if (value !== undefined) add(owner, type, target, value);
};

const connector: Reader = (site, extension) => {
  const { owner } = site;
  const name = text(extension, 'connectorId');
  if (name !== undefined) say(owner, 'connector', name);
  const parameters = one(extension, 'inputOutput');
  if (parameters) inputOutput(site, parameters);
};

const listener: Reader = (site, extension) => {
  const what = ['class', 'delegateExpression', 'expression'].map((property) => text(extension, property)).find((found) => found !== undefined) ?? 'a script';
  refuseCode(site, `a listener (${what})`);
};

const fields: Reader = ({ owner, problems }, extension) => {
  const ids = many(extension, 'fields').map((field) => text(field, 'id') ?? '');
  problems.warn('foreign-form', owner.id, `expected ${called(owner)} to name a form, but it describes fields itself (${ids.join(', ')}), which no screen here shows`);
};

/** All extension elements of Camunda 7 (camunda-bpmn-moddle), and what each means here. */
export const camunda7Extensions: Readonly<Record<string, Reader>> = {
  'camunda:InputOutput': inputOutput,
  'camunda:In': binding('Input', 'shares'),
  'camunda:Out': binding('Output', 'propagate'),
  'camunda:Connector': connector,
  'camunda:ExecutionListener': listener,
  'camunda:TaskListener': listener,
  'camunda:ErrorEventDefinition': (site, extension) => refuseCode(site, `an error thrown by the expression ${text(extension, 'expression') ?? ''}`),
  'camunda:FormData': fields,
  'camunda:FormProperty': ({ owner, problems }, extension) =>
    problems.warn('foreign-form', owner.id, `expected ${called(owner)} to name a form, but it describes the field ${text(extension, 'id') ?? ''} itself, which no screen here shows`),
  // A field fills the class or delegate that is refused already.
  'camunda:Field': () => undefined,
  'camunda:FailedJobRetryTimeCycle': decoration('work that fails is tried again by the rules of the house'),
  'camunda:Properties': decoration('properties are for other programs'),
  'camunda:PotentialStarter': decoration('who may file is said by the procedure'),
};
