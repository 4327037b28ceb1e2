import type { ModdleElement } from 'bpmn-moddle';
import { extensions, many } from '../moddle.ts';
import { called } from '../problem.ts';
import { formName } from './camunda7-attributes.ts';
import { nested } from '../nested.ts';
import { add, fixed, quoted, refuseCode, say, sayOfPerson, text, type Site } from './site.ts';
import { watchedChanges, watchedNames } from './watched.ts';

type Reader = (site: Site, extension: ModdleElement) => void;

const understood: Reader = () => undefined;
const decoration = (why: string): Reader => (site) => site.decoration('', why);

/** A text of Camunda 8 as FEEL: after `=` it is FEEL already, anything else is the text itself. */
const valueOf = (given: string): string => (given.startsWith('=') ? given.slice(1).trim() : quoted(given));

const mapping: Reader = ({ owner, problems }, extension) => {
  for (const [property, type] of [['inputParameters', 'Input'], ['outputParameters', 'Output']] as const) {
    const pairs = many(extension, property).map((parameter) => ({ target: text(parameter, 'target') ?? '', value: valueOf(text(parameter, 'source') ?? '=null') }));
    const merged = nested(pairs, type === 'Output');
    if ('failed' in merged) problems.error('foreign-mapping', owner.id, `expected the ${type.toLowerCase()}s of ${called(owner)} to have names, but ${merged.failed}`);
    else for (const [name, value] of merged.entries) add(owner, type, name, value);
  }
};

const taskDefinition: Reader = (site, extension) => {
  const type = fixed(site, 'the job type', text(extension, 'type'));
  if (type !== undefined) say(site.owner, 'connector', type);
  if (text(extension, 'retries') !== undefined) site.decoration('retries', 'work that fails is tried again by the rules of the house');
};

const headers: Reader = ({ owner }, extension) => {
  const entries = many(extension, 'values').map((header) => `${quoted(text(header, 'key') ?? '')}: ${quoted(text(header, 'value') ?? '')}`);
  add(owner, 'Input', 'customHeaders', `{${entries.join(', ')}}`);
};

const assignment: Reader = (site, extension) => {
  const assignee = text(extension, 'assignee');
  if (assignee !== undefined) sayOfPerson(site, 'assignee', valueOf(assignee));
  const groups = fixed(site, 'the candidate groups', text(extension, 'candidateGroups'));
  if (groups !== undefined) sayOfPerson(site, 'candidates', groups);
  if (text(extension, 'candidateUsers') !== undefined) site.decoration('candidateUsers', 'a step is offered to a role, not to users by name');
};

const schedule: Reader = (site, extension) => {
  const due = text(extension, 'dueDate');
  if (due !== undefined) sayOfPerson(site, 'dueDate', due);
  if (text(extension, 'followUpDate') !== undefined) site.decoration('followUpDate', 'a step has one date, when it is due');
};

/** Whatever version is asked for: a published procedure keeps the one it was published with. */
const pinned = (site: Site, extension: ModdleElement): void => {
  if (text(extension, 'versionTag') !== undefined) site.decoration('versionTag', 'what a published procedure refers to is pinned with it');
};

const form: Reader = (site, extension) => {
  pinned(site, extension);
  const name = fixed(site, 'the form', text(extension, 'formId') ?? text(extension, 'formKey') ?? text(extension, 'externalReference'));
  if (name !== undefined) sayOfPerson(site, 'form', formName(name));
};

const mapsOutputs = (owner: ModdleElement): boolean => extensions(owner, 'zeebe:IoMapping').some((mapped) => many(mapped, 'outputParameters').length > 0);

const calledElement: Reader = (site, extension) => {
  const { owner } = site;
  pinned(site, extension);
  if (text(extension, 'bindingType') === 'deployment') say(owner, 'binding', 'deployment');
  if (text(extension, 'businessId') !== undefined) site.decoration('businessId', 'a dossier is known by its own code');
  const process = text(extension, 'processId') ?? text(extension, 'processIdExpression');
  if (process?.startsWith('=')) say(owner, 'calledExpression', process);
  else if (process !== undefined) owner.set('calledElement', process);
  if (extension.get('propagateAllParentVariables') !== false) say(owner, 'shares', true);
  if (extension.get('propagateAllChildVariables') !== false && !mapsOutputs(owner)) say(owner, 'propagate', true);
};

const calledDecision: Reader = (site, extension) => {
  pinned(site, extension);
  const decision = fixed(site, 'the decision', text(extension, 'decisionId'));
  if (decision !== undefined) say(site.owner, 'decision', decision);
  const result = text(extension, 'resultVariable');
  if (result !== undefined) say(site.owner, 'result', result);
};

const script: Reader = ({ owner }, extension) => {
  const expression = text(extension, 'expression');
  if (expression !== undefined) say(owner, 'evaluates', expression);
  const result = text(extension, 'resultVariable');
  if (result !== undefined) say(owner, 'result', result);
};

const loop: Reader = ({ element }, extension) => {
  for (const [theirs, ours] of [['inputCollection', 'collection'], ['inputElement', 'element'], ['outputCollection', 'outputCollection'], ['outputElement', 'outputElement']] as const) {
    const value = text(extension, theirs);
    if (value !== undefined) say(element, ours, value);
  }
};

const adHoc: Reader = (site, extension) => {
  const { owner, problems } = site;
  const list = text(extension, 'activeElementsCollection');
  if (list !== undefined) say(owner, 'activates', list);
  const given = ['outputCollection', 'outputElement'].filter((property) => text(extension, property) !== undefined);
  if (given.length > 0) problems.error('foreign-mapping', owner.id, `expected the steps of ${called(owner)} to keep each its own answer, but it has ${given.join(', ')}`);
};

const listeners: Reader = (site, extension) => {
  for (const each of many(extension, 'listeners')) refuseCode(site, `a listener (job type ${text(each, 'type') ?? ''})`);
};

/** All extension elements of Camunda 8 (zeebe-bpmn-moddle), and what each means here; what a message correlates by is read with its events. */
export const camunda8Extensions: Readonly<Record<string, Reader>> = {
  'zeebe:IoMapping': mapping,
  'zeebe:TaskDefinition': taskDefinition,
  'zeebe:TaskHeaders': headers,
  'zeebe:AssignmentDefinition': assignment,
  'zeebe:TaskSchedule': schedule,
  'zeebe:FormDefinition': form,
  'zeebe:CalledElement': calledElement,
  'zeebe:CalledDecision': calledDecision,
  'zeebe:Script': script,
  'zeebe:LoopCharacteristics': loop,
  'zeebe:AdHoc': adHoc,
  'zeebe:Subscription': understood,
  'zeebe:UserTask': understood,
  'zeebe:UserTaskForm': ({ owner, problems }) => problems.warn('foreign-form', owner.id, `expected forms of ${called(owner)} as files of their own, but one stands in the diagram, which no screen here shows`),
  'zeebe:ExecutionListeners': listeners,
  'zeebe:TaskListeners': listeners,
  'zeebe:LinkedResources': (site) => refuseCode(site, 'linked resources'),
  'zeebe:AgentDefinition': (site) => refuseCode(site, 'an agent'),
  'zeebe:Properties': decoration('properties are for other programs'),
  'zeebe:VersionTag': decoration('a version is named by its content'),
  'zeebe:PriorityDefinition': decoration('steps are ordered by their due time'),
  'zeebe:JobPriorityDefinition': decoration('work is done in the order it falls due'),
  'zeebe:ConditionalFilter': (site, extension) => {
    const [names, changes] = [text(extension, 'variableNames'), text(extension, 'variableEvents')];
    if (names !== undefined) watchedNames(site, names);
    if (changes !== undefined) watchedChanges(site, changes);
  },
};

const drawn = (site: Site): void => site.decoration('', 'it concerns the tool that drew it');

/** All attributes of Camunda 8 on elements of BPMN. */
export const camunda8Attributes: Readonly<Record<string, (site: Site, value: string) => void>> = {
  'zeebe:retryCounter': (site) => site.decoration('', 'work that fails is tried again by the rules of the house'),
  'zeebe:modelerTemplate': drawn,
  'zeebe:modelerTemplateVersion': drawn,
  'zeebe:modelerTemplateIcon': drawn,
};
