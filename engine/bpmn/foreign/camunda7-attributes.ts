import { counts } from '../juel/feel-text.ts';
import { hasJuel } from '../juel/translate.ts';
import { many, one, words } from '../moddle.ts';
import { called } from '../problem.ts';
import { codeAttributes } from './code.ts';
import { valueOf } from './parameter.ts';
import { add, attribute, fixed, quoted, refuseCode, say, sayOfPerson, type Site } from './site.ts';
import { watchedChanges, watchedNames } from './watched.ts';

type Reader = (site: Site, value: string) => void;

const understood: Reader = () => undefined;
const decoration = (why: string): Reader => (site) => site.decoration('', why);
const code = (what: string): Reader => (site, value) => refuseCode(site, `${what} ${value}`);

const feel = (site: Site, what: string, value: string, then: (text: string) => void): void => {
  const found = valueOf(site, what, value);
  if (found !== undefined) then(found);
};

/** `embedded:app:forms/approve.html` and `camunda-forms:deployment:approve.form` mean the form `approve`. */
export const formName = (key: string): string => key.replace(/^.*[:/]/, '').replace(/\.(html|form|json)$/, '');

const form: Reader = (site, value) => {
  const name = fixed(site, 'the form', value);
  if (name !== undefined) sayOfPerson(site, 'form', formName(name));
};

const dueDate: Reader = (site, value) => {
  if (hasJuel(value)) feel(site, 'the due date', value, (text) => sayOfPerson(site, 'dueDate', `=${text}`));
  else sayOfPerson(site, 'dueDate', value);
};

/**
 * What a decision gives, as it is to be kept (`singleEntry`, `collectEntries`; the others are lists and maps of the outputs).
 * The name of a single output is not known here: its value stands for it.
 */
const decision: Reader = (site, value) => {
  const { owner } = site;
  const reference = fixed(site, 'the decision', value);
  if (reference !== undefined) say(owner, 'decision', reference);
  const mapping = attribute(owner, 'camunda:mapDecisionResult') ?? 'resultList';
  const result = attribute(owner, 'camunda:resultVariable') ?? 'decisionResult';
  say(owner, 'result', result);
  if (mapping === 'collectEntries' || mapping === 'resultList') add(owner, 'Output', result, `if ${result} instance of list<Any> then ${result} else if ${result} = null then [] else [${result}]`);
  if (mapping === 'resultList' || mapping === 'singleResult') site.decoration(`mapDecisionResult="${mapping}"`, 'a decision with one output gives its value itself, not a map with it');
};

/** The message that is drawn at the error that was caught, as FEEL; null where there is none. */
const drawnMessage = (site: Site): string => {
  const caught = one(site.element, 'errorRef');
  let root = site.element;
  while (root.$parent) root = root.$parent;
  const told = (caught ? [caught] : many(root, 'rootElements').filter(({ $type }) => $type === 'bpmn:Error')).flatMap((error) => {
    const [message, code] = [attribute(error, 'camunda:errorMessage'), words(error, 'errorCode')];
    const value = message === undefined || code === undefined ? undefined : valueOf(site, 'the message of the error', message);
    return value === undefined ? [] : [`if code = ${quoted(code!)} then ${value} else `];
  });
  return `${told.join('')}null`;
};

const result: Reader = ({ owner, element }, value) => {
  if (attribute(element, 'camunda:decisionRef') === undefined) say(owner, 'result', value);
};

const type: Reader = (site, value) => {
  if (value !== 'external') refuseCode(site, `the built-in task "${value}"`);
};

const binding: Reader = (site, value) => {
  if (value !== 'latest' && value !== 'deployment') site.decoration('', 'what a published procedure refers to is pinned with it');
};

/** All attributes of Camunda 7 on elements of BPMN (camunda-bpmn-moddle, and two more that its Modeler writes), and what each means here. */
export const camunda7Attributes: Readonly<Record<string, Reader>> = {
  ...Object.fromEntries(Object.entries(codeAttributes).map(([name, what]) => [name, code(what)])),
  'camunda:assignee': (site, value) => feel(site, 'the assignee', value, (text) => sayOfPerson(site, 'assignee', text)),
  'camunda:candidateGroups': (site, value) => {
    const groups = fixed(site, 'the candidate groups', value);
    if (groups !== undefined) sayOfPerson(site, 'candidates', groups);
  },
  'camunda:candidateUsers': decoration('a step is offered to a role, not to users by name'),
  'camunda:dueDate': dueDate,
  'camunda:followUpDate': decoration('a step has one date, when it is due'),
  'camunda:priority': decoration('steps are ordered by their due time'),
  'camunda:jobPriority': decoration('work is done in the order it falls due'),
  'camunda:taskPriority': decoration('work is done in the order it falls due'),
  'camunda:formKey': form,
  'camunda:formRef': form,
  'camunda:formRefBinding': binding,
  'camunda:formRefVersion': decoration('what a published procedure refers to is pinned with it'),
  'camunda:initiator': (site, value) => say(site.owner, 'initiator', value),
  // Every wait is durable and every event its own transaction: such a mark asks for what is so anyway.
  'camunda:async': understood,
  'camunda:asyncBefore': understood,
  'camunda:asyncAfter': understood,
  'camunda:exclusive': understood,
  'camunda:type': type,
  'camunda:topic': (site, value) => {
    const topic = fixed(site, 'the topic', value);
    if (topic !== undefined) say(site.owner, 'connector', topic);
  },
  'camunda:expression': (site, value) => feel(site, 'the expression', value, (text) => say(site.owner, 'evaluates', `=${text}`)),
  'camunda:resultVariable': result,
  'camunda:decisionRef': decision,
  'camunda:mapDecisionResult': understood,
  'camunda:decisionRefBinding': binding,
  'camunda:decisionRefVersion': decoration('what a published procedure refers to is pinned with it'),
  'camunda:decisionRefVersionTag': decoration('versions have numbers and no tags'),
  'camunda:decisionRefTenantId': decoration('there are no tenants'),
  'camunda:calledElementBinding': (site, value) => (value === 'versionTag' ? site.decoration('', 'versions have numbers and no tags: the one that is offered when the caller is published is called') : say(site.owner, 'binding', value)),
  'camunda:calledElementVersion': (site, value) => say(site.owner, 'version', value),
  'camunda:calledElementVersionTag': decoration('versions have numbers and no tags'),
  'camunda:calledElementTenantId': decoration('there are no tenants'),
  'camunda:caseBinding': understood,
  'camunda:caseVersion': understood,
  'camunda:caseTenantId': understood,
  'camunda:collection': ({ element, owner, problems }, value) => {
    if (hasJuel(value) || /^[\p{L}_][\p{L}\p{N}_]*$/u.test(value)) say(element, 'collection', value);
    else problems.error('foreign-dynamic', owner.id, `expected the collection of ${called(owner)} to be a variable or an expression, but it is "${value}"`);
  },
  'camunda:elementVariable': ({ element }, value) => say(element, 'element', value),
  'camunda:errorCodeVariable': ({ owner }, value) => add(owner, 'Output', value, 'code'),
  'camunda:errorMessageVariable': (site, value) => add(site.owner, 'Output', value, `if message != null then message else ${drawnMessage(site)}`),
  // Told where it is caught and asked for.
  'camunda:errorMessage': understood,
  'camunda:escalationCodeVariable': ({ owner }, value) => add(owner, 'Output', value, 'code'),
  'camunda:variableName': watchedNames,
  'camunda:variableEvents': watchedChanges,
  'camunda:candidateStarterGroups': decoration('who may file is said by the procedure'),
  'camunda:candidateStarterUsers': decoration('who may file is said by the procedure'),
  'camunda:isStartableInTasklist': decoration('who may file is said by the procedure'),
  'camunda:versionTag': decoration('a version is named by its content'),
  'camunda:historyTimeToLive': decoration('how long records are kept is said by the procedure'),
  'camunda:diagramRelationId': decoration('it concerns the tool that drew it'),
  'camunda:modelerTemplate': decoration('it concerns the tool that drew it'),
  'camunda:modelerTemplateVersion': decoration('it concerns the tool that drew it'),
  'camunda:modelerTemplateIcon': decoration('it concerns the tool that drew it'),
};

/** A plain variable name, null when there is no such variable, or an expression, as FEEL. */
export const sourceOf = (site: Site, what: string, given: string): string | undefined => {
  if (hasJuel(given)) return valueOf(site, what, given);
  const name = counts[given]?.text ?? given;
  return `if ${name} = null then null else ${name}`;
};

