import { modelOf } from '../editing.ts';
import { definitionsIn, one, textIn, type Model } from '../model.ts';
import { tool, type Drawing, type Element } from '../drawing-tools.ts';
import { plain, written } from '../step.ts';
import { fieldKeys, fieldOf, type Field, type FieldKey } from './fields.ts';

/** What is said in a field, as the panel shows it: blank where nothing is, `true` or `false` for yes and no. */
export function saidIn(holder: Model, key: FieldKey): string {
  const field = fieldOf(key);
  switch (field.as) {
    case 'condition':
    case 'formula': return plain(textIn(one(holder, field.property), 'body'));
    case 'feel': return plain(textIn(holder, field.property));
    case 'check': return String((holder.get(field.property) ?? field.usual) === true);
    case 'choice': return textIn(holder, field.property) || field.of[0];
    case 'whole': return holder.get(field.property) === field.usual ? '' : textIn(holder, field.property);
    default: return textIn(holder, field.property);
  }
}

/** Says something in a field of an element, or of its loop or event; blank takes it away. What holds anyhow is not written. */
export function say(drawing: Drawing, element: Element, holder: Model, key: FieldKey, text: string): void {
  const field = fieldOf(key);
  const modeling = tool(drawing, 'modeling');
  const value = valueOf(drawing, holder, field, text.normalize('NFC').trim());
  if (holder === modelOf(element)) modeling.updateProperties(element, { [field.property]: value });
  else modeling.updateModdleProperties(element, holder, { [field.property]: value });
}

function valueOf(drawing: Drawing, holder: Model, field: Field, text: string): unknown {
  if (text === '') return undefined;
  switch (field.as) {
    case 'condition':
    case 'formula': return Object.assign(tool(drawing, 'moddle').create('bpmn:FormalExpression', { body: written(text) }), { $parent: holder });
    case 'feel': return plain(text);
    case 'whole': return Number(text);
    case 'check': return text === String(field.usual) ? undefined : text === 'true';
    case 'choice': return text === field.of[0] ? undefined : text;
    default: return text;
  }
}

/** Where FEEL stands in an element, its loop and its events, besides its attributes and what it is given. */
export function feelIn(model: Model): readonly { readonly holder: Model; readonly key: FieldKey }[] {
  const holders = [model, ...definitionsIn(model), ...[one(model, 'loopCharacteristics') ?? []].flat()];
  return holders.flatMap((holder) => fieldKeys.flatMap((key) => (['condition', 'formula', 'feel'].includes(fieldOf(key).as) && fieldOf(key).on(holder) && saidIn(holder, key) !== '' ? [{ holder, key }] : [])));
}

/** Whether a typed text can be what a field of whole numbers asks for. */
export const isWhole = (text: string, from: number): boolean => /^\d{1,9}$/.test(text.trim()) && Number(text) >= from;
