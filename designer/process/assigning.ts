import { pick, type Language } from '../../ui/language.ts';
import type { Form } from '../../forms/form.ts';
import type { Text } from '../words.ts';
import { byFormula, doerName, doersBefore, giveToDoer } from './assignment.ts';
import type { Drawing, Element } from './drawing-tools.ts';
import { drawnWords } from './drawn-words.ts';
import { elementOf, modelOf } from './editing.ts';
import { namedPeople, type Answering } from './named-people.ts';
import { answering, stepsBefore } from './steps-before.ts';

/** A step to whose doer another may be given: how it is called, and under which name its doer is kept, if it is. */
export interface DoerChoice {
  readonly id: string;
  readonly called: string;
  readonly kept: string;
}

/** To whom a step may be given from the start: whoever an answer before it names, or whoever did a step before it, where `onDoer` can say so. */
export interface Assigning {
  readonly answering: readonly Answering[];
  readonly doers?: readonly DoerChoice[];
  readonly onDoer?: undefined | ((id: string) => void);
}

/** The same of a drawn step. */
export function assigningOf(drawing: Drawing, element: Element, language: Language): Assigning {
  const model = modelOf(element);
  return {
    answering: stepsBefore(model).map(answering),
    doers: doersBefore(model).map((doer) => ({ id: doer.id ?? '', called: drawnWords(doer, language, (goal) => goal), kept: doerName(doer) })),
    onDoer: (doer) => {
      const to = elementOf(drawing, doer);
      if (to) giveToDoer(drawing, element, to);
    },
  };
}

const did = 'did ';

/** The same as options of a list, which of them holds (`byFormula` where none does), and what choosing one says. */
export function assigneeChoices({ answering: asked, doers = [], onDoer }: Assigning, { forms, value, onChange }: { readonly forms: ReadonlyMap<string, Form>; readonly value: string; readonly onChange: (feel: string) => void }, text: Text, language: Language) {
  const named = namedPeople(forms, asked).map(({ feel, question, step }) => ({ value: feel, label: text('assigneeNamed', { question: pick(question, language), step: pick(step, language) }) }));
  const doer = doers.find(({ kept }) => kept !== '' && kept === value);
  return {
    options: [{ value: '', label: text('assigneeAny') }, ...(onDoer ? doers.map(({ id, called }) => ({ value: did + id, label: text('assigneeDid', { step: called }) })) : []), ...named],
    chosen: value === '' ? '' : doer ? did + doer.id : named.some((one) => one.value === value) ? value : byFormula,
    choose: (next: string) => (next.startsWith(did) ? onDoer?.(next.slice(did.length)) : onChange(next)),
  };
}
