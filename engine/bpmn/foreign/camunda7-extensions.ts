import type { ModdleElement } from 'bpmn-moddle';
import { counts } from '../juel/feel-text.ts';
import { extensions, many, one } from '../moddle.ts';
import { called } from '../problem.ts';
import { sourceOf } from './camunda7-attributes.ts';
import { parameterOf } from './parameter.ts';
import { add, attribute, refuseCode, say, text, written, type Site } from './site.ts';

type Reader = (site: Site, extension: ModdleElement) => void;

const decoration = (why: string): Reader => (site) => site.decoration('', why);

const inputOutput: Reader = (site, extension) => {
  const { owner } = site;
  const isCall = owner.$type === 'bpmn:CallActivity';
  for (const [property, type] of [['inputParameters', 'Input'], ['outputParameters', 'Output']] as const) {
    for (const parameter of many(extension, property)) {
      const name = text(parameter, 'name') ?? '';
      const value = parameterOf(site, `${type.toLowerCase()} "${name}"`, parameter);
      if (value !== undefined) add(owner, !isCall ? type : type === 'Input' ? 'Own' : 'Kept', name, value);
    }
  }
};

/** Variables of a call activity's own: its parameters, and what a loop gives each turn. */
const localNames = (owner: ModdleElement): readonly string[] => {
  const loop = one(owner, 'loopCharacteristics');
  const element = loop && attribute(loop, 'camunda:elementVariable');
  const parameters = extensions(owner, 'camunda:InputOutput').flatMap((each) => many(each, 'inputParameters')).map((parameter) => text(parameter, 'name') ?? '');
  return [...parameters, ...(element === undefined ? [] : [element]), ...(loop ? ['loopCounter'] : [])];
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
  const isLocal = extension.get('local') === true;
  if (text(extension, 'variables') === 'all') {
    if (!isLocal) say(owner, all, true);
    else if (type === 'Output') say(owner, 'propagateLocal', true);
    else for (const name of localNames(owner)) add(owner, 'Input', name, name);
    return;
  }
  const target = text(extension, 'target');
  const source = text(extension, 'source') ?? text(extension, 'sourceExpression');
  if (target === undefined || source === undefined) {
    problems.error('foreign-mapping', owner.id, `expected ${written(extension)} of ${called(owner)} to have a source and a target, but it has not`);
    return;
  }
  if (isLocal && type === 'Input' && text(extension, 'source') !== undefined && !localNames(owner).includes(source)) return add(owner, type, target, 'null');
  // What an engine counts has a name of its own there and here, also in the process that is called.
  const counted = source === target ? counts[source]?.text.split(' ')[0] : undefined;
  if (counted !== undefined) return add(owner, type, counted, counted);
  const value = sourceOf(site, `${type.toLowerCase()} "${target}"`, source);
  if (value !== undefined) add(owner, isLocal && type === 'Output' ? 'Local' : type, target, value);
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
