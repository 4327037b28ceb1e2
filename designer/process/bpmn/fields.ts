import { familyOf } from '../../../engine/bpmn/family.ts';
import type { Kind } from '../../../engine/definition.ts';
import { definitionsIn, kindOf, type Model } from '../model.ts';

/**
 * How a property is written and said: a condition or formula in an expression of its own, FEEL, a word or the name of a value in an attribute,
 * a whole number, yes or no, one of several words. The first of the words, and what `usual` says, is what holds when nothing is written.
 */
type As =
  | { readonly as: 'condition'; /** What is counted by then; a condition is most likely about the first. */ readonly counts?: readonly Count[] }
  | { readonly as: 'formula' | 'feel' | 'word' | 'name' }
  | { readonly as: 'whole'; readonly from: number; readonly usual?: number }
  | { readonly as: 'check'; readonly usual: boolean }
  | { readonly as: 'choice'; readonly of: readonly [string, ...string[]] };

/** What is counted while an activity is done several times, or while tokens come to a gateway. */
export type Count = 'numberOfInstances' | 'numberOfActiveInstances' | 'numberOfCompletedInstances' | 'numberOfTerminatedInstances' | 'loopCounter' | 'activationCount';

/** A property of full BPMN that the panel offers: on what it stands, and how it is said. */
export type Field = As & {
  readonly property: string;
  /** Whether something reads it of this element, loop or definition of an event. */
  readonly on: (holder: Model) => boolean;
};

const is = (...types: readonly string[]) => ({ $type }: Model): boolean => types.includes($type);
/** An activity that a token comes to: not what an event begins. */
const isActivity = (model: Model): boolean => (familyOf(kindOf(model) as Kind) as string | undefined) === 'activity' && model.get('triggeredByEvent') !== true;

const standard = is('bpmn:StandardLoopCharacteristics');
const several = is('bpmn:MultiInstanceLoopCharacteristics');
const call = is('bpmn:CallActivity');
const ofInstances: readonly Count[] = ['numberOfCompletedInstances', 'numberOfActiveInstances', 'numberOfTerminatedInstances', 'numberOfInstances'];

const startsHandler = (model: Model): boolean => model.$type === 'bpmn:StartEvent' && model.$parent?.$type === 'bpmn:SubProcess' && model.$parent.get('triggeredByEvent') === true && mayGoOn(model);
const catches = is('bpmn:StartEvent', 'bpmn:IntermediateCatchEvent', 'bpmn:BoundaryEvent');
const throws = ({ $parent }: Model): boolean => $parent !== undefined && !catches($parent);
/** Errors, cancelling and compensation have no choice whether they break off what runs (BPMN 2.0.2, table 10.93). */
const mayGoOn = (model: Model): boolean => definitionsIn(model).every((definition) => !is('bpmn:ErrorEventDefinition', 'bpmn:CancelEventDefinition', 'bpmn:CompensateEventDefinition')(definition));

/** Everything of full BPMN that one value says, in the order of the panel. Each is tried on a drawing in `offered.test.ts`. */
export const fields = {
  condition: { property: 'condition', as: 'condition', on: is('bpmn:ConditionalEventDefinition') },
  linkName: { property: 'name', as: 'word', on: is('bpmn:LinkEventDefinition') },
  waitForCompletion: { property: 'waitForCompletion', as: 'check', usual: true, on: (model) => model.$type === 'bpmn:CompensateEventDefinition' && throws(model) },
  parallelMultiple: { property: 'parallelMultiple', as: 'check', usual: false, on: (model) => catches(model) && definitionsIn(model).length > 1 },
  cancelActivity: { property: 'cancelActivity', as: 'check', usual: true, on: (model) => model.$type === 'bpmn:BoundaryEvent' && mayGoOn(model) },
  isInterrupting: { property: 'isInterrupting', as: 'check', usual: true, on: startsHandler },
  instantiate: { property: 'instantiate', as: 'check', usual: false, on: is('bpmn:ReceiveTask', 'bpmn:EventBasedGateway') },
  eventGatewayType: { property: 'eventGatewayType', as: 'choice', of: ['Exclusive', 'Parallel'], on: (model) => model.$type === 'bpmn:EventBasedGateway' && model.get('instantiate') === true },
  activationCondition: { property: 'activationCondition', as: 'condition', counts: ['activationCount'], on: is('bpmn:ComplexGateway') },
  adHocCompletion: { property: 'completionCondition', as: 'condition', on: is('bpmn:AdHocSubProcess') },
  ordering: { property: 'ordering', as: 'choice', of: ['Parallel', 'Sequential'], on: is('bpmn:AdHocSubProcess') },
  cancelRemainingInstances: { property: 'cancelRemainingInstances', as: 'check', usual: true, on: is('bpmn:AdHocSubProcess') },
  calledExpression: { property: 'motcua:calledExpression', as: 'feel', on: call },
  propagate: { property: 'motcua:propagate', as: 'check', usual: false, on: call },
  shares: { property: 'motcua:shares', as: 'check', usual: false, on: call },
  loopCondition: { property: 'loopCondition', as: 'condition', counts: ['loopCounter'], on: standard },
  loopMaximum: { property: 'loopMaximum', as: 'whole', from: 0, on: standard },
  testBefore: { property: 'testBefore', as: 'check', usual: false, on: standard },
  collection: { property: 'motcua:collection', as: 'feel', on: several },
  element: { property: 'motcua:element', as: 'name', on: several },
  loopCardinality: { property: 'loopCardinality', as: 'formula', on: several },
  completionCondition: { property: 'completionCondition', as: 'condition', counts: ofInstances, on: several },
  outputCollection: { property: 'motcua:outputCollection', as: 'name', on: several },
  outputElement: { property: 'motcua:outputElement', as: 'feel', on: several },
  startQuantity: { property: 'startQuantity', as: 'whole', from: 1, usual: 1, on: isActivity },
  completionQuantity: { property: 'completionQuantity', as: 'whole', from: 1, usual: 1, on: isActivity },
  isForCompensation: { property: 'isForCompensation', as: 'check', usual: false, on: isActivity },
} as const satisfies Readonly<Record<string, Field>>;

export type FieldKey = keyof typeof fields;
export const fieldKeys = Object.keys(fields) as readonly FieldKey[];
export const fieldOf = (key: FieldKey): Field => fields[key];

/** Under "advanced": what hardly any procedure asks for. */
const rareFields: ReadonlySet<FieldKey> = new Set(['calledExpression', 'startQuantity', 'completionQuantity', 'isForCompensation', 'shares', 'propagate']);

/** The fields of an element, of its loop or of a definition of its event, in the order of the panel: the usual ones, or the rare. */
export const fieldsOn = (holder: Model, rare = false): readonly FieldKey[] => fieldKeys.filter((key) => rareFields.has(key) === rare && fieldOf(key).on(holder));
