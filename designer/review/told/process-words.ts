import type { Expression } from '../../../engine/definition.ts';
import type { Action, Transition } from '../../../engine/statechart/machine.ts';
import { decimal, timeLimit } from '../../../ui/format.ts';
import { eventWords } from '../../chart/lead-words.ts';
import { kindWord } from '../../process/words/kind.ts';
import type { ProcessChange, Property } from '../process-diff.ts';
import type { Called } from './called.ts';
import { isReadable } from './feel-words.ts';
import { fromTo, quoted, sentence, tell } from './shape.ts';
import { instantWords } from './instant-words.ts';
import { wholeShape } from './whole-shape.ts';

type Of<C extends ProcessChange['change']> = Extract<ProcessChange, { readonly change: C }>;

/** A change of the process as a sentence. */
export function processSentence(change: ProcessChange, called: Called): string {
  const { text } = called;
  switch (change.change) {
    case 'step-added': return text('toldStepAdded', { name: change.name, kind: kindWord(text, change.kind) });
    case 'step-removed': return text('toldStepRemoved', { name: change.name, kind: kindWord(text, change.kind) });
    case 'step-property': return propertySentence(change, called);
    case 'process-property': return tell(change.from, change.to, wholeShape(change.property, called), called, [text(`toldWhole_${change.property}`)]).map((told) => told.text).join(' ');
    case 'way-added': return text('wayAdded', { name: change.name });
    case 'way-removed': return text('wayRemoved', { name: change.name });
    case 'way-name': return sentence(called, [text('toldWay', { name: change.name }), text(`property_${change.property}`)], fromTo(called, named(change.from), named(change.to)));
    case 'way-condition': return sentence(called, [text('toldWay', { name: change.name }), text('toldWayWhen')], fromTo(called, change.from === '' ? undefined : called.feel(change.from), change.to === '' ? undefined : called.feel(change.to)));
    case 'way-order': return sentence(called, [quoted(change.name), text('property_wayOrder')], text('toldOrderNow', { items: change.targets.map(called.step).join('; ') }));
  }
}
const named = (words: string): string | undefined => (words === '' ? undefined : quoted(words));

/** What of a property says nothing to people but that it is another: names under which data are kept, and what is too much for a sentence. */
const codes: ReadonlySet<Property> = new Set<Property>(['result', 'performer', 'initiator', 'inputSets', 'outputSets', 'element', 'ownEntry', 'outputCollection', 'own', 'sends', 'throws', 'events', 'messages', 'signals', 'stateNotes', 'leadOrder']);

function propertySentence(change: Of<'step-property'>, called: Called): string {
  const { text } = called;
  const { property, from, to, entry, lead, at, name } = change;
  const words = [name === '' ? text('toldWholeProcess') : quoted(name), ...(lead ? [leadWords(called, at, lead)] : [])];
  if (property === 'leads') {
    const transition = (to ?? from) as Transition;
    const where = [transition.target ?? []].flat().map((target) => called.step(target.replace(/^#/, '').split('.').at(-1) ?? '')).join(', ');
    return sentence(called, words, text(to === undefined ? 'toldLeadGone' : 'toldLeadNew', { where: where === '' ? text('leadStaysWord') : where }));
  }
  const place = [...words, entry === undefined ? propertyWord(property, called) : entryWords(property, entry, at, called)];
  if (codes.has(property)) return sentence(called, place, text(from === undefined ? 'toldCodeNew' : to === undefined ? 'toldCodeGone' : 'toldCode'));
  const say = (value: unknown): string | undefined => (value === undefined || (Array.isArray(value) && value.length === 0) ? usual(property, called) : valueWords(property, value, entry, called));
  const [was, is] = [say(from), say(to)];
  return sentence(called, place, was === is ? text('toldCode') : fromTo(called, was, is));
}

/** Ways of a state that come and go have a sentence of their own. */
const propertyWord = (property: Property, { text }: Called): string => (property === 'leads' ? text('leads') : text(`property_${property}`));

const leadWords = ({ text, language, step }: Called, at: string, lead: NonNullable<Of<'step-property'>['lead']>): string => {
  const message = lead.list === 'on' && !lead.key.startsWith('task.complete.');
  return (message ? text('toldOnMessage') : eventWords(text, language, at, new Map(), lead, (id) => step(id).slice(1, -1))).toLowerCase();
};

/** One of several values: an input by what it is called, where it is called anything. */
function entryWords(property: Property, entry: string, at: string, called: Called): string {
  const { text } = called;
  if (property !== 'inputs') return propertyWord(property, called);
  const input = called.input(at, entry);
  return input === '' ? text('toldOneInput') : text('toldInput', { input: quoted(input) });
}

/** What holds where nothing is written, if that has a name. */
function usual(property: Property, { text }: Called): string | undefined {
  switch (property) {
    case 'unit': return text('unitCompetent').toLowerCase();
    case 'role': case 'candidates': return text('toldRoleNone');
    case 'state': return text('stateKept').toLowerCase();
    case 'clock': return text('clockNone').toLowerCase();
    case 'forCompensation': case 'instantiate': case 'shares': case 'propagate': case 'testBefore': case 'all': case 'parallelMultiple': return text('toldNo');
    case 'interrupting': case 'cancelRemaining': return text('toldYes');
    case 'startQuantity': case 'completionQuantity': return '1';
    case 'binding': return text('binding_latest');
    case 'variables': return text('toldShared_none');
    default: return undefined;
  }
}

const isExpression = (value: unknown): value is Expression => typeof value === 'object' && value !== null && 'text' in value;

/** A value of a step by what people call it. */
function valueWords(property: Property, value: unknown, entry: string | undefined, called: Called): string {
  const { text, language, feel } = called;
  const written = isExpression(value) ? value.text : String(value);
  const list = (say: (one: string) => string): string => (Array.isArray(value) ? (value as string[]).map(say).join(', ') : say(written));
  switch (property) {
    case 'name': case 'nameEn': case 'citizenName': case 'citizenNameEn': return quoted(written);
    case 'form': return called.form(written);
    case 'role': case 'candidates': return list(called.role);
    case 'unit': return called.unit(written);
    case 'timeLimit': return timeLimit(written, language);
    case 'waits': case 'dueDate': return isExpression(value) || written.startsWith('=') ? feel(written) : instantWords(written, called);
    case 'clock': return written.startsWith('pause:') ? text('clockPause').toLowerCase() : text(written === 'start' ? 'clockStart' : written === 'limit' ? 'clockLimit' : 'clockEnd').toLowerCase();
    case 'state': return quoted(text(`state_${written}` as 'state_1'));
    case 'fourEyes': case 'attachedTo': case 'handler': case 'compensated': case 'parent': case 'begins': case 'initial': case 'historyTarget': return list(called.step);
    case 'letters': return list(called.letter);
    case 'connector': return called.connector(written);
    case 'decision': return called.decision(written);
    case 'inputs': return called.given(entry ?? '', written);
    case 'eventKind': return text(`toldEvent_${written}` as 'toldEvent_none');
    case 'eventName': return isReadable(written) ? quoted(written) : text('toldEventNamed');
    case 'timerType': return text(`time${written.charAt(0).toUpperCase()}${written.slice(1)}` as 'timeDate');
    case 'loopKind': return text(`loop_${written}` as 'loop_once');
    case 'loopMaximum': case 'startQuantity': case 'completionQuantity': return decimal(Number(written), language);
    case 'variables': return text(`toldShared_${written}` as 'toldShared_always');
    case 'binding': return written === 'deployment' ? text('binding_deployment') : text('toldBindingNumber', { number: written });
    case 'called': return isExpression(value) ? feel(written) : called.process(written);
    case 'stateType': return text(`toldStateType_${written}` as 'toldStateType_final');
    case 'history': return text(`history_${written}` as 'history_deep');
    case 'default': return quoted(written);
    case 'entry': case 'exit': case 'leadActions': return (value as readonly Action[]).map((action) => actionWords(action, called)).join('; ');
    case 'script': case 'assignee': case 'assignedRole': case 'outputs': case 'values': case 'locals': case 'keeps': case 'activates': case 'messageKeys': case 'condition': case 'loopCondition': case 'collection': case 'loopCardinality': case 'completionCondition': case 'outputElement': case 'activation': case 'completion': return feel(written);
    default: return typeof value === 'boolean' ? text(value ? 'toldYes' : 'toldNo') : text('toldCodeHeld');
  }
}

/** What is done on a way or in a state. */
function actionWords(action: Action, called: Called): string {
  const { text } = called;
  const kind = text(`action_${action.type}`).toLowerCase();
  const values = (named: Readonly<Record<string, string>> | undefined): string => Object.values(named ?? {}).map((feel) => called.feel(feel)).join(', ');
  switch (action.type) {
    case 'assign': return `${kind} ${values(action.params)}`;
    case 'decide': return `${kind} ${called.decision(action.params.decision)}${action.params.inputs ? ` (${values(action.params.inputs)})` : ''}`;
    case 'raise': return kind;
    case 'emit': case 'signal': return `${kind}${action.params.data ? ` (${values(action.params.data)})` : ''}`;
  }
}
