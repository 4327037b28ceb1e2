import type { ModdleElement } from 'bpmn-moddle';
import { messagesOf } from '../event-definitions.ts';
import { everything } from '../everything.ts';
import { many, one, words } from '../moddle.ts';
import { called, type Problems } from '../problem.ts';
import { camunda7Attributes } from './camunda7-attributes.ts';
import { camunda7Extensions } from './camunda7-extensions.ts';
import { camunda8Attributes, camunda8Extensions } from './camunda8.ts';
import { nameWeekdays } from './cron.ts';
import { checkNames } from './names.ts';
import { add, say, written, type Site } from './site.ts';

type Prefix = 'camunda' | 'zeebe';

const attributes = { ...camunda7Attributes, ...camunda8Attributes };
const extensionReaders = { ...camunda7Extensions, ...camunda8Extensions };

const prefixOf = (name: string): Prefix | undefined => (/^(camunda|zeebe):/.exec(name)?.[1] as Prefix | undefined);

const extensionsOf = (element: ModdleElement): readonly ModdleElement[] => {
  const holder = element.$instanceOf('bpmn:BaseElement') ? one(element, 'extensionElements') : undefined;
  return holder ? many(holder, 'values') : [];
};

const foreignExtensions = (element: ModdleElement): readonly ModdleElement[] => extensionsOf(element).filter(({ $type }) => prefixOf($type) !== undefined);

/** Something of another engine that stands on an element: an attribute by its qualified name, or an extension element. */
export interface Foreign {
  readonly element: ModdleElement;
  readonly what: string | ModdleElement;
}

/**
 * Says in our own words what a diagram drawn for Camunda 7 or 8 says in theirs, so that the rest of the reader knows one
 * vocabulary. What cannot be said is reported: as an error when it would be executed otherwise than drawn, as a warning when
 * it is only decoration. Answers what is needed no more: all that was said in our words or is decoration.
 */
export const translateForeign = (problems: Problems, root: ModdleElement): readonly Foreign[] => {
  const done: Foreign[] = [];
  const faults = (): number => problems.found.filter(({ severity }) => severity === 'error').length;
  const decorations = new Map<string, { readonly why: string; readonly on: string[] }>();
  const found = new Set<Prefix | 'motcua'>();
  const all = [...everything(root)];
  const used = new Set(all.flatMap(({ element }) => references.map((property) => one(element, property))));
  for (const { element, owner } of all) {
    const site = (name: string): Site => ({
      problems, element, owner,
      decoration: (what, why) => {
        const key = what === '' ? name : `${name} (${what})`;
        const known = decorations.get(key) ?? { why, on: [] };
        decorations.set(key, known);
        known.on.push(owner.id ?? 'the file');
      },
    });
    // What one event does is not said of all that share its definition: of whom it is would have to be guessed.
    const isShared = element.$parent === root && element.$instanceOf('bpmn:EventDefinition');
    const refuse = (name: string): void => problems.error('foreign-mapping', element.id, `expected ${called(element)}, which events may share, to say only what all of them do, but it has ${name}: let the event have a definition of its own`);
    if (used.has(element) || element.$instanceOf('bpmn:Activity')) checkNames(site);
    forgetJuel(element);
    for (const [name, value] of Object.entries(element.$attrs ?? {})) {
      const prefix = prefixOf(name);
      if (!prefix) continue;
      found.add(prefix);
      const read = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
      const before = faults();
      if (isShared) refuse(name);
      else if (read) read(site(name), value);
      else problems.error('unknown-attribute', owner.id, `expected only attributes that have a meaning, but <${name}> has none`);
      if (faults() === before) done.push({ element, what: name });
    }
    for (const extension of foreignExtensions(element)) {
      found.add(prefixOf(extension.$type)!);
      const read = Object.hasOwn(extensionReaders, extension.$type) ? extensionReaders[extension.$type] : undefined;
      const before = faults();
      if (isShared) refuse(written(extension));
      else if (read) read(site(written(extension)), extension);
      else problems.error('unknown-element', owner.id, `expected only extensions that have a meaning, but <${extension.$type}> has none`);
      if (faults() === before) done.push({ element, what: extension });
    }
  }
  for (const [name, { why, on }] of decorations) {
    problems.warn('foreign-decoration', on[0], `expected ${on[0]}${besides(on)} to say only what changes something, but ${name} does not: ${why}`);
  }
  correlate(all.map(({ element }) => element));
  tellUnmapped(problems, found, all.map(({ element }) => element));
  const engine = engineOf(root, found);
  if (engine === 'zeebe') all.forEach(({ element }) => endWithSteps(element));
  if (engine) {
    nameWeekdays(engine, all.map(({ element }) => element));
    share(root, engine, all.map(({ element }) => element));
  }
  return done;
};

/** What is said of a message, signal, error or escalation matters where something refers to it: drawings keep those that nothing uses any more. */
const references = ['messageRef', 'inMessageRef', 'outMessageRef', 'signalRef', 'errorRef', 'escalationRef'];

/** `${…}` says by itself what it is, wherever a language may be named. */
const forgetJuel = (element: ModdleElement): void => {
  const property = element.$instanceOf('bpmn:ScriptTask') ? 'scriptFormat' : 'language';
  if (/^juel$/i.test(words(element, property) ?? '')) element.set(property, undefined);
};

/** An input, in our words or in those of its mapping, whose faults are told elsewhere. */
const maps = (extension: ModdleElement): boolean =>
  extension.$type === 'motcua:Input' || (/^(camunda:InputOutput|zeebe:IoMapping|camunda:Connector)$/.test(extension.$type) && extension.get('inputParameters') !== undefined && many(extension, 'inputParameters').length > 0);

/** How many more there are than the first, as it follows the name of that one. */
const besides = ({ length }: readonly unknown[]): string => (length > 1 ? ` and ${length - 1} other${length > 2 ? 's' : ''}` : '');

/** Other engines hand work all that its step sees; here it is handed what is mapped for it, and an author has to know. */
const tellUnmapped = (problems: Problems, found: ReadonlySet<string>, elements: readonly ModdleElement[]): void => {
  if (!found.has('camunda') && !found.has('zeebe')) return;
  const bare = elements.filter((element) => words(element, 'motcua:connector') !== undefined && !extensionsOf(element).some(maps));
  if (bare[0] !== undefined) problems.warn('foreign-inputs', bare[0].id, `expected ${bare[0].id}${besides(bare)} to map the inputs of the work, but nothing is mapped: nothing of the dossier is handed out, apart from the entry of a loop`);
};

/** What a message of Camunda 8 correlates by becomes the key `correlationKey` of each event and task that waits for it. */
const correlate = (elements: readonly ModdleElement[]): void => {
  for (const element of elements) {
    const waits = element.$instanceOf('bpmn:ReceiveTask') ? [element] : element.$instanceOf('bpmn:CatchEvent') ? messagesOf(element) : [];
    for (const message of waits.map((each) => one(each, 'messageRef'))) {
      const subscription = message && foreignExtensions(message).find(({ $type }) => $type === 'zeebe:Subscription');
      const key = subscription && words(subscription, 'correlationKey');
      const begins = element.$type === 'bpmn:StartEvent' && element.$parent?.$type === 'bpmn:Process';
      if (key !== undefined && !begins) add(element, 'Key', 'correlationKey', key.replace(/^=/, ''));
    }
  }
};

/** Without a condition an ad-hoc sub-process of Camunda 8 is over when all steps are done that were begun; here people would say when they are enough. */
const endWithSteps = (element: ModdleElement): void => {
  if (element.$type !== 'bpmn:AdHocSubProcess' || one(element, 'completionCondition')) return;
  element.set('completionCondition', element.$model.create('bpmn:FormalExpression', { body: '=true' }));
  element.set('cancelRemainingInstances', false);
};

/** The engine a diagram was drawn for, by what it says or by the tool that drew it. */
const engineOf = (root: ModdleElement, found: ReadonlySet<string>): Prefix | undefined => {
  const platform = root.$attrs?.['modeler:executionPlatform'] ?? '';
  if (found.has('zeebe') || platform === 'Camunda Cloud') return 'zeebe';
  return found.has('camunda') || platform === 'Camunda Platform' ? 'camunda' : undefined;
};

/** Lets the steps of a diagram share data as in the engine it was drawn for, unless its author speaks of ours too. */
const share = (root: ModdleElement, engine: Prefix, elements: readonly ModdleElement[]): void => {
  const rule = engine === 'zeebe' ? 'unmapped' : 'always';
  if (Object.values(root.$attrs ?? {}).includes('urn:motcua:bpmn:1')) return;
  for (const element of elements) {
    if (element.$instanceOf('bpmn:Activity') || element.$instanceOf('bpmn:Event')) say(element, 'variables', rule);
    // What Camunda 7 computes without a name for it, it forgets: its entries are no data.
    if (rule === 'always' && (element.$instanceOf('bpmn:ScriptTask') || words(element, 'motcua:evaluates') !== undefined)) say(element, 'result', element.id);
  }
};
