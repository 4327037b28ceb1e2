import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { becomes } from '../browser/becomes.ts';
import type { Hands } from './hands.ts';
import type { Data, Json } from '../../engine/state.ts';
import { expand, type Field } from '../../forms/expand.ts';
import { fieldOf, isObject, valueAt } from '../../forms/field-path.ts';
import type { Form } from '../../forms/form.ts';
import { formatNumber } from '../../forms/number.ts';
import { inSentence } from '../../forms/text.ts';
import { packages } from '../../server/commands/house.ts';
import { samplePaper } from '../../server/seed/house.ts';
import { photo } from '../../server/testing/photos.ts';

type Within = Page | Locator;

export const readForm = async (name: string): Promise<Form> => JSON.parse(await readFile(`${packages}/construction-permit-house/forms/${name}.json`, 'utf8')) as Form;

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
/** A label as it is read: the words, and perhaps that the question may be left out. */
const called = (label: string): RegExp => new RegExp(`^\\s*${literal(label)}(\\s*\\(không bắt buộc\\))?\\s*$`);
const choice = (label: string, hint?: string): RegExp => new RegExp(`^\\s*${literal(label)}${hint === undefined ? '' : `\\s*${literal(hint)}`}\\s*$`);

/** A PDF that can really be opened, or a photo, named as given. */
const fileNamed = async (name: string) => (name.endsWith('.jpg') ? { name, mimeType: 'image/jpeg', buffer: photo('image/jpeg', 1) } : { name, mimeType: 'application/pdf', buffer: Buffer.from(await samplePaper(name.replace(/\.pdf$/, ''))) });

/** Chooses files for a question through the button people press, and waits until each has come up. */
export async function attach(hands: Hands, within: Within, label: string, names: readonly string[]): Promise<void> {
  const chooser = hands.page.waitForEvent('filechooser');
  await hands.press(within.getByRole('button', { name: `Chọn tệp: ${label}`, exact: true }));
  await (await chooser).setFiles(await Promise.all(names.map(fileNamed)));
  for (const name of names) await within.getByRole('link', { name }).first().waitFor();
}

interface Options { readonly options: Iterable<{ readonly value: string; readonly label: string }> }

/** What the option of a value says; one whose words are its value has no more than these. */
async function optionWords(list: Locator, value: string): Promise<string> {
  const read = (): Promise<string | undefined> => list.evaluate((select, wanted) => [...(select as unknown as Options).options].find((option) => option.value === wanted)?.label, value);
  await becomes(async () => (await read()) !== undefined, true, `an option ${value}`);
  return (await read())!;
}

interface Asked {
  readonly hands: Hands;
  readonly within: Within;
  readonly form: Form;
  readonly value: Json;
}

async function fillDate({ hands, within, value }: Asked, label: string): Promise<void> {
  const [year = '', month = '', day = ''] = String(value).split('-');
  const group = within.getByRole('group', { name: called(label) });
  for (const [part, text] of [['Ngày', day], ['Tháng', month], ['Năm', year]] as const) await hands.write(group.getByLabel(part, { exact: true }), String(Number(text)));
}

async function fillRows(asked: Asked, field: Field): Promise<void> {
  const { hands, within, form, value } = asked;
  const name = (field.ui.rowLabel ?? field.ui.label).vi;
  for (const [index, row] of (value as readonly Data[]).entries()) {
    await hands.press(within.getByRole('button', { name: `Thêm ${inSentence(name)}` }));
    const card = within.getByRole('group', { name: `${name} ${index + 1}`, exact: true });
    for (const [key, cell] of Object.entries(row)) await fillField(hands, card, form, `${field.id}[].${key}`, cell);
  }
}

async function choose({ hands, within, value }: Asked, { ui }: Field): Promise<void> {
  const group = within.getByRole('group', { name: called(ui.label.vi) });
  for (const one of Array.isArray(value) ? value : [value]) {
    const option = ui.options?.find((each) => each.value === one);
    if (option === undefined) throw new Error(`expected "${String(one)}" among the options of "${ui.label.vi}"`);
    await hands.press(group.getByRole(Array.isArray(value) ? 'checkbox' : 'radio', { name: choice(option.label.vi, option.hint?.vi) }));
  }
}

const asAsked = ({ latitude, longitude, ...rest }: Data): Data => (latitude === undefined ? rest : { latitude: `${String(latitude)}, ${String(longitude)}`, ...rest });

/** Answers one question as a person would, finding it by its label. */
export async function fillField(hands: Hands, within: Within, form: Form, id: string, value: Json): Promise<void> {
  const field = expand(form).fields.get(fieldOf(id));
  if (field === undefined) throw new Error(`expected a field "${id}" in the form ${form.id}, but there is none`);
  const label = field.ui.label.vi;
  const asked: Asked = { hands, within, form, value };
  switch (field.widget) {
    case 'output':
      return;
    case 'address': case 'place':
      // a point is one question: both its numbers
      for (const [key, part] of Object.entries(isObject(value) ? asAsked(value) : {})) await fillField(hands, within, form, `${field.id}.${key}`, part);
      return;
    case 'rows':
      return fillRows(asked, field);
    case 'files':
      return attach(hands, within, label, (value as readonly { readonly name: string }[]).map(({ name }) => name));
    case 'date':
      return fillDate(asked, label);
    case 'radios': case 'checkboxes':
      return choose(asked, field);
    case 'yes-no':
      return hands.press(within.getByRole('group', { name: called(label) }).getByRole('radio', { name: value === true ? 'Có' : 'Không', exact: true }));
    case 'declaration': case 'checkbox':
      return hands.press(within.getByRole('checkbox', { name: (field.ui.statement ?? field.ui.label).vi }));
    case 'select':
      await hands.choose(within.getByLabel(called(label)), await optionWords(within.getByLabel(called(label)), String(value)));
      return;
    default:
      await hands.write(within.getByLabel(called(label)), typeof value === 'number' && field.widget !== 'text' ? formatNumber(value, 'vi') : Array.isArray(value) ? value.join(', ') : String(value));
  }
}

/** Answers those of the fields for which there is an answer. */
export async function fillFields(hands: Hands, within: Within, form: Form, ids: readonly string[], answers: Data): Promise<void> {
  for (const id of ids) {
    const value = valueAt(answers, id);
    if (value !== undefined) await fillField(hands, within, form, id, value);
  }
}

/** The page of a form whose question is the heading. */
export async function pageAsked(page: Page, form: Form): Promise<Form['ui']['pages'][number]> {
  const heading = await page.getByRole('heading', { level: 1 }).innerText();
  const found = form.ui.pages.find(({ title }) => title.vi === heading.trim());
  if (found === undefined) throw new Error(`expected a question of the form ${form.id}, but the page is headed "${heading}"`);
  return found;
}
