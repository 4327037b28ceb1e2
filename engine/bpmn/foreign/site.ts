import type { ModdleElement } from 'bpmn-moddle';
import type { Kind } from '../../definition.ts';
import { mayStand, type StepAttribute } from '../attribute-places.ts';
import { many, one, words } from '../moddle.ts';
import { called, type Problems } from '../problem.ts';

/** Where something of another engine was found: on `element`, which belongs to `owner`, the nearest element that stands in a diagram. */
export interface Site {
  readonly problems: Problems;
  readonly element: ModdleElement;
  readonly owner: ModdleElement;
  /** Something that changes nothing here, and why; told once for the whole file. */
  readonly decoration: (what: string, why: string) => void;
}

/** Says something in our own words, unless the author did. */
export const say = (element: ModdleElement, property: string, value: unknown): void => {
  if (element.get(`motcua:${property}`) === undefined) element.set(`motcua:${property}`, value);
};

/** `bpmn:UserTask` and `bpmn:GlobalUserTask` are done alike. */
const kindOf = ({ $type }: ModdleElement): Kind => $type.replace(/^bpmn:(Global)?(.)/, (_all, _global, first: string) => first.toLowerCase()) as Kind;

/** Says something of a person's step. Other engines leave it out of account where no person works, as on a start event: here too, and the author hears of it. */
export const sayOfPerson = (site: Site, property: StepAttribute, value: string): void => {
  if (mayStand(property, kindOf(site.owner))) say(site.owner, property, value);
  else site.decoration(kindOf(site.owner), site.owner.$type === 'bpmn:StartEvent' && property === 'form' ? 'what is filled in to begin is the form of the application' : 'no person does this step');
};

/** Adds a named FEEL child such as `motcua:Input`, after those that are there; not the same once more, which a diagram has that was said in our words before as far as it could be. */
export const add = (element: ModdleElement, type: 'Input' | 'Output' | 'Key' | 'Own' | 'Local' | 'Kept', name: string, text: string): void => {
  let holder = one(element, 'extensionElements');
  if (holder && many(holder, 'values').some((child) => child.$type === `motcua:${type}` && child.get('name') === name && child.get('text') === `=${text}`)) return;
  if (!holder) {
    holder = element.$model.create('bpmn:ExtensionElements', { values: [] });
    element.set('extensionElements', holder);
  }
  holder.set('values', [...many(holder, 'values'), element.$model.create(`motcua:${type}`, { name, text: `=${text}`})]);
};

/** An attribute of another engine as it is written. */
export const attribute = (element: ModdleElement, name: string): string | undefined => {
  const value = element.$attrs[name]?.trim();
  return value === '' ? undefined : value;
};

export const quoted = (text: string): string => JSON.stringify(text);

/** Code that nothing here runs: a drawing with it can be tried out, but not published. */
export const refuseCode = ({ problems, owner }: Site, what: string): void =>
  problems.incomplete('foreign-code', owner.id, `expected ${called(owner)} to need no code of another engine, but it has ${what}, which is never run here`);

/** FEEL that is a text or a list of texts, e.g. `=["billing", "clerks"]`, as the same written plainly. */
const constant = (text: string): string | undefined => {
  if (!/^=\s*["[]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text.slice(1));
    const texts = Array.isArray(value) ? (value as readonly unknown[]) : [value];
    return texts.every((each) => typeof each === 'string') ? texts.join(', ') : undefined;
  } catch {
    return undefined;
  }
};

/** What has to be fixed when the diagram is drawn, such as the name of a form. */
export const fixed = (site: Site, what: string, text: string | undefined): string | undefined => {
  if (text === undefined || !/^=|[$#]\{/.test(text)) return text;
  const plain = constant(text);
  if (plain !== undefined) return plain;
  site.problems.error('foreign-dynamic', site.owner.id, `expected ${what} of ${called(site.owner)} to be fixed in the drawing, but it is "${text}"`);
  return undefined;
};

/** The name of an extension element as it is written, such as `camunda:in`. */
export const written = ({ $type }: ModdleElement): string => $type.replace(/:./, (start) => start.toLowerCase());

export const text = (element: ModdleElement, property: string): string | undefined => words(element, property);
