import { familyOf } from '../../engine/bpmn/family.ts';
import type { Kind } from '../../engine/definition.ts';
import { definitionsIn, kindOf, many, one, textIn, type Model } from './model.ts';

/** Attributes of a step that hold one text each, as `engine/bpmn/motcua.json` declares them. */
export const stepTexts = ['nameEn', 'citizenName', 'citizenNameEn', 'form', 'role', 'unit', 'assignee', 'timeLimit', 'clock', 'state', 'fourEyes', 'result', 'letters', 'connector', 'decision', 'candidates', 'assignedRole', 'performer', 'initiator'] as const;
export type StepText = (typeof stepTexts)[number];
export type StepWord = StepText | 'name';

/** What a step says of itself, drawn or as a state; blank where nothing is said. */
export type StepTexts = Readonly<Record<StepWord, string>>;
/** Says one thing of a step. */
export type SetStep = (word: StepWord) => (text: string) => void;
export const blankStep = Object.fromEntries(['name', ...stepTexts].map((word) => [word, ''])) as StepTexts;

export interface NamedExpression {
  readonly name: string;
  readonly text: string;
}
export interface Way {
  readonly id: string;
  readonly name: string;
  readonly target: string;
  readonly targetName: string;
  readonly condition: string;
  readonly isDefault: boolean;
}

/** What the panel shows of an element; texts are blank where nothing is said. */
export interface Step extends StepTexts {
  readonly id: string;
  readonly kind: string;
  readonly inputs: readonly NamedExpression[];
  readonly outputs: readonly NamedExpression[];
  readonly keys: readonly NamedExpression[];
  readonly script: string;
  readonly timer: { readonly type: TimerType; readonly text: string } | undefined;
  readonly message: string;
  readonly ways: readonly Way[];
}

export const timerTypes = ['timeDuration', 'timeDate', 'timeCycle'] as const;
export type TimerType = (typeof timerTypes)[number];

/** The BPMN writing of an expression begins with `=`; people write it without. */
export const plain = (expression: string): string => expression.replace(/^\s*=\s*/, '').trim();
export const written = (expression: string): string => (expression.trim() === '' ? '' : `=${plain(expression)}`);

export const eventDefinition = (model: Model): Model | undefined => definitionsIn(model)[0];

export const timerIn = (definition: Model | undefined): Step['timer'] => {
  if (definition?.$type !== 'bpmn:TimerEventDefinition') return undefined;
  const type = timerTypes.find((name) => one(definition, name)) ?? 'timeDuration';
  return { type, text: textIn(one(definition, type), 'body') };
};

/** What named FEEL a step has besides its attributes: what it is given, what is kept of it, and by what a message is known. */
export type NamedKind = 'motcua:Input' | 'motcua:Output' | 'motcua:Key';

export const namedIn = (model: Model, kind: NamedKind): NamedExpression[] => {
  const holder = one(model, 'extensionElements');
  return (holder ? many(holder, 'values') : []).filter(({ $type }) => $type === kind).map((named) => ({ name: textIn(named, 'name'), text: textIn(named, 'text').trim() }));
};

const waysOf = (model: Model): Way[] =>
  many(model, 'outgoing').map((flow) => {
    const target = one(flow, 'targetRef');
    return {
      id: flow.id ?? '', name: textIn(flow, 'name'), target: target?.id ?? '', targetName: textIn(target, 'name'),
      condition: plain(textIn(one(flow, 'conditionExpression'), 'body')), isDefault: one(model, 'default') === flow,
    };
  });

export function stepOf(model: Model): Step {
  const texts = Object.fromEntries(stepTexts.map((name) => [name, textIn(model, `motcua:${name}`)])) as Record<StepText, string>;
  return {
    ...texts,
    id: model.id ?? '', kind: kindOf(model), name: textIn(model, 'name'), inputs: namedIn(model, 'motcua:Input'), outputs: namedIn(model, 'motcua:Output'), keys: namedIn(model, 'motcua:Key'), script: textIn(model, 'script'), timer: timerIn(eventDefinition(model)),
    message: textIn(one(eventDefinition(model) ?? model, 'messageRef'), 'name'), ways: waysOf(model),
  };
}

/** Whether ways out of an element of this kind may have conditions and one of them be the usual one. */
export const mayChoose = (kind: string): boolean => kind === 'exclusiveGateway' || kind === 'inclusiveGateway' || kind === 'complexGateway' || familyOf(kind as Kind) === 'activity';

/** The value of a moddle attribute for a typed text: nothing where it is blank, a number for the state. */
export const attribute = (name: StepText, text: string): string | number | undefined => {
  const trimmed = text.normalize('NFC').trim();
  if (trimmed === '') return undefined;
  return name === 'state' ? Number(trimmed) : trimmed;
};

/** Ids or names in one attribute, apart by spaces; adds or takes away one of them. */
export const listed = (text: string): string[] => text.split(/\s+/).filter((one) => one !== '');
export const toggled = (text: string, item: string): string => (listed(text).includes(item) ? listed(text).filter((one) => one !== item) : [...listed(text), item]).join(' ');
