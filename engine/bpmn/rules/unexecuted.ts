import type { ModdleElement } from 'bpmn-moddle';
import { everything } from '../everything.ts';
import { speaksFeel } from '../feel.ts';
import { extensions, many, one, words } from '../moddle.ts';
import { called, type Problems } from '../problem.ts';

type Check = (problems: Problems, element: ModdleElement, owner: ModdleElement) => void;

/**
 * Inputs are taken when an activity begins and outputs given when it is done: what may come or go in between has no moment in the
 * standard at which it would (BPMN 2.0.2, 10.4.2). A process or global task takes what is called with, whatever its own sets say.
 */
const dataSets: Check = (problems, element, owner) => {
  for (const [what, sets, running] of [['input', 'inputSets', 'whileExecutingInputRefs'], ['output', 'outputSets', 'whileExecutingOutputRefs']] as const) {
    const given = many(element, sets);
    if (given.length > 1 && !owner.$instanceOf('bpmn:Activity')) problems.error('data-set', owner.id, `expected one ${what} set of ${called(owner)}, which is called with what its caller gives, but it has ${given.length} to choose from`);
    if (given.some((set) => many(set, running).length > 0)) problems.error('data-set', owner.id, `expected the ${what}s of ${called(owner)} to be there when it ${what === 'input' ? 'begins' : 'is done'}, but some are for while it runs`);
  }
};

/** What an extension asks to be understood is not understood here (BPMN 2.0.2, 8.3.3). */
const extension: Check = (problems, element) => {
  if (element.get('mustUnderstand') === true) problems.error('must-understand', undefined, 'expected a diagram whose meaning BPMN 2.0.2 gives, but it says that one of its extensions must be understood, and none is');
};

/** Only a private process is executed (BPMN 2.0.2, 10.1, table 10.1); a public one shows others what they see of it. */
const processType: Check = (problems, element) => {
  if (element.get('processType') === 'Public' && element.get('isExecutable') === true) problems.warn('process-type', element.id, `expected ${called(element)} to be private, because it is executable, but it says that it is public`);
};

/** The message of a task or event is that of its operation (BPMN 2.0.2, 8.5.3). */
const operation: Check = (problems, element, owner) => {
  const [message, own] = [one(element, 'messageRef'), one(element, 'operationRef')];
  const meant = own && ['inMessageRef', 'outMessageRef'].map((property) => one(own, property)).filter((each) => each !== undefined);
  if (message && meant && meant.length > 0 && !meant.includes(message)) problems.error('message-operation', owner.id, `expected the message of ${called(owner)} to be one of its operation, but it is ${called(message)}`);
};

/** A transaction is undone by compensation; the state of before is stored nowhere, and no other system takes part (BPMN 2.0.2, 10.3.5). */
const transaction: Check = (problems, element) => {
  const [method = '##Compensate', protocol] = [words(element, 'method'), words(element, 'protocol')];
  if (!/^(##)?compensate$/i.test(method)) problems.error('transaction-method', element.id, `expected ${called(element)} to be undone by compensation, but its method is ${method}`);
  if (protocol !== undefined) problems.error('transaction-method', element.id, `expected ${called(element)} to take place here alone, but its protocol is ${protocol}`);
};

/** In an executable process nothing happens between the ends of a flow (BPMN 2.0.2, 8.4.13). */
const immediate: Check = (problems, element) => {
  let process = element.$parent;
  while (process && process.$type !== 'bpmn:Process') process = process.$parent;
  if (element.get('isImmediate') === false && process?.get('isExecutable') === true) {
    problems.warn('not-immediate', element.id, `expected flow ${element.id ?? ''} to go from one step to the next at once, as it does here, but isImmediate says that other things may happen between them`);
  }
};

/** Which technology does the work is not read from the standard's attributes: a connector is named, or a program outside asks for the work. */
const technology: Check = (problems, element) => {
  const implementation = words(element, 'implementation');
  const named = implementation !== undefined && !implementation.startsWith('##') ? implementation : element.$type === 'bpmn:ServiceTask' ? one(element, 'operationRef')?.id : undefined;
  if (named !== undefined) problems.warn('implementation', element.id, `expected the work of ${called(element)} to be done by a person, a connector or a program outside, but it names ${named}, which changes nothing here`);
};

const severalParticipants: Check = (problems, _element, owner) =>
  problems.warn('participant-multiplicity', owner.id, `expected one instance to have each message, but ${called(owner)} stands for several, and each message still reaches one of them`);

const decoration: Check = (problems, element, owner) =>
  problems.warn('unused', owner.id, `expected only what is executed, but the ${called(element).split(' ')[0]!} of ${called(owner)} changes nothing here`);

/** Who a lane stands for is said by its role; the element of the model that it is partitioned by is not read. */
const partition: Check = (problems, element) => {
  if (one(element, 'partitionElement') ?? one(element, 'partitionElementRef')) problems.warn('unused', element.id, `expected only what is executed, but the partition element of ${called(element)} changes nothing here`);
};

/** Who exchanges what with whom is no process (BPMN 2.0.2, 11). */
const exchange: Check = (problems, element) =>
  problems.warn('unused', element.id, `expected only what is executed, but ${called(element)} shows what others exchange and changes nothing here`);

/** Files are not read together by their imports: what is called is found by its id, in the package or the file (BPMN 2.0.2, 8.2.1). */
const imported: Check = (problems, element) =>
  problems.warn('unused', undefined, `expected only what is executed, but the import of ${words(element, 'location') ?? 'another file'} changes nothing here`);

const both = (...two: readonly Check[]): Check => (...asked) => {
  for (const check of two) check(...asked);
};

const checks: Readonly<Record<string, Check>> = {
  'bpmn:InputOutputSpecification': dataSets, 'bpmn:Extension': extension, 'bpmn:Transaction': transaction, 'bpmn:SequenceFlow': immediate, 'bpmn:ParticipantMultiplicity': severalParticipants,
  'bpmn:ServiceTask': technology, 'bpmn:SendTask': both(technology, operation), 'bpmn:ReceiveTask': both(technology, operation), 'bpmn:MessageEventDefinition': operation, 'bpmn:Process': processType, 'bpmn:UserTask': technology, 'bpmn:BusinessRuleTask': technology,
  'bpmn:GlobalUserTask': technology, 'bpmn:GlobalBusinessRuleTask': technology,
  'bpmn:Lane': partition, 'bpmn:Import': imported, 'bpmn:Rendering': decoration, 'bpmn:Auditing': decoration, 'bpmn:Monitoring': decoration, 'bpmn:InputOutputBinding': decoration,
  'bpmn:Choreography': exchange, 'bpmn:GlobalChoreographyTask': exchange,
};

/** XPath is what the schema takes for granted, and what tools write that mean nothing by it. */
const openLanguage = /^http:\/\/www\.w3\.org\/1999\/(XPath|xhtml)$/;

/** Expressions without a language of their own are in that of the document (BPMN 2.0.2, 8.2.1): each then says so itself. */
const sayLanguage = (root: ModdleElement, element: ModdleElement): void => {
  const language = root.get('expressionLanguage');
  if (speaksFeel(language) || openLanguage.test(String(language)) || !element.$instanceOf('bpmn:Expression') || words(element, 'body') === undefined) return;
  if (typeof element.get('language') !== 'string') element.set('language', language);
};

const said = { 'motcua:Key': 'misplaced-key', 'motcua:Input': 'misplaced-input', 'motcua:Output': 'misplaced-output' } as const;

/** What a call alone may say: values of its own. */
const saidOfCall: Check = (problems, element, owner) => {
  if (element.$type === 'bpmn:CallActivity' || !element.$instanceOf('bpmn:BaseElement')) return;
  const [own, kept] = [extensions(element, 'motcua:Own'), [...extensions(element, 'motcua:Local'), ...extensions(element, 'motcua:Kept')]];
  for (const [rule, found] of [['misplaced-input', own], ['misplaced-output', kept]] as const) {
    if (found.length > 0) problems.error(rule, element.id ?? owner.id, `expected values of its own only on call activities, but ${called(element)} has them`);
  }
};

/** Keys, inputs and outputs are those of a step, and read there alone. */
const saidOfStep: Check = (problems, element, owner) => {
  if (element.$instanceOf('bpmn:FlowNode') || element.$instanceOf('bpmn:GlobalTask') || !element.$instanceOf('bpmn:BaseElement')) return;
  for (const [type, rule] of Object.entries(said)) {
    if (extensions(element, type).length > 0) problems.error(rule, element.$instanceOf('bpmn:EventDefinition') && element.$parent === owner ? owner.id : element.id ?? owner.id, `expected keys, inputs and outputs of a step in the step itself, but ${called(element)} has them`);
  }
};

/** What the standard has and nothing here executes is refused wherever it stands, or warned of when it changes nothing. */
export const checkUnexecuted = (problems: Problems, root: ModdleElement): void => {
  for (const { element, owner } of everything(root)) {
    sayLanguage(root, element);
    saidOfStep(problems, element, owner);
    saidOfCall(problems, element, owner);
    checks[element.$type]?.(problems, element, owner);
  }
};
