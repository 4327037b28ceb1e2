import { strict as assert } from 'node:assert';
import { vi as words } from '../../designer/words/vi.ts';
import { decoded } from '../../procedures/elsewhere/decode.ts';
import type { PackageText } from '../../server/api/designer.ts';
import { openWorkshop, type Workshop } from '../story/designer.ts';
import { models } from './miwg.ts';
import { isAtHand } from './suite.ts';
import { loss } from './xml-loss.ts';
import { parseXml, type XmlElement } from './xml.ts';

const home = '/api/designer/procedures';
const all = (element: XmlElement): readonly XmlElement[] => [element, ...element.children.flatMap(all)];
const kind = ({ name }: XmlElement): string => name.replace(/^\{.*\}/, '');
const said = (element: XmlElement | undefined, name: string): string => element?.attributes.get(`{}${name}`) ?? '';
const local = (name: string): string => name.replace(/^.*:/, '');

/** How an element is to be drawn: how many pieces of a kind its picture has. */
interface Look {
  readonly id: string;
  readonly piece: 'path' | 'rect';
  readonly count: number;
  readonly what: string;
}

/** What a file draws, drawing by drawing: by the words of the standard, not of the drawing tool. */
function drawnIn(xml: string): readonly { readonly ids: readonly string[]; readonly looks: readonly Look[]; readonly step: string | undefined }[] {
  const elements = all(parseXml(xml));
  const byId = new Map(elements.map((element) => [said(element, 'id'), element]));
  const looksOf = (part: XmlElement): readonly Look[] => {
    const id = local(said(part, 'bpmnElement'));
    const element = byId.get(id);
    if (!element) return [];
    if (kind(element) === 'messageFlow') return [{ id, piece: 'path', count: said(part, 'messageVisibleKind') === '' ? 1 : 2, what: 'an envelope just where one is to be seen' }];
    if (kind(element) === 'exclusiveGateway') return [{ id, piece: 'path', count: said(part, 'isMarkerVisible') === 'true' ? 1 : 0, what: 'a cross just where one is to be seen' }];
    if (kind(element) !== 'callActivity') return [];
    const called = byId.get(said(element, 'calledElement'));
    const isClosed = said(part, 'isExpanded') !== 'true' && !(called && kind(called).startsWith('global'));
    return [{ id, piece: 'rect', count: isClosed ? 2 : 1, what: 'a plus just where more is hidden' }];
  };
  return elements.filter((element) => kind(element) === 'BPMNPlane').map(({ children }) => {
    const parts = children.filter((part) => said(part, 'bpmnElement') !== '');
    const ids = parts.map((part) => local(said(part, 'bpmnElement')));
    const named = ids.filter((id) => /[tT]ask$/.test(kind(byId.get(id)!)) && said(byId.get(id), 'name') !== '').map((id) => said(byId.get(id), 'name'));
    return { ids, looks: parts.flatMap(looksOf), step: named.find((name) => !/\n/.test(name) && elements.filter((element) => said(element, 'name').includes(name)).length === 1) };
  });
}

/** Which of several processes is executed may be marked anew; nothing else. */
const unmarked = (xml: string): string => xml.replaceAll(/\sisExecutable=("[^"]*"|'[^']*')/g, '');

describe('A diagram of others on the designer’s page', function () {
  this.timeout(600_000);
  let workshop: Workshop;
  before(async function () {
    if (isAtHand('miwg')) workshop = await openWorkshop(this);
    else {
      console.log('SKIPPED: the reference models of the Model Interchange Working Group are not at hand');
      this.skip();
    }
  });
  after(() => workshop?.close());

  it('is seen in all its drawings as the file says, takes another name for a step in each, and is saved without loss', async () => {
    const { page, window, house } = workshop;
    const headers = { Origin: house.url };
    const wrong: string[] = [];
    const [rows, choice] = [page.getByRole('list', { name: words.outline }), page.getByLabel(words.whichDrawing)];
    const gone = (ids: readonly string[]) => page.evaluate((each) => each.filter((id) => document.querySelector(`.process-canvas .djs-element[data-element-id="${CSS.escape(id)}"] > .djs-visual > *`) === null), ids);
    const unlike = (looks: readonly Look[]) => page.evaluate((each) => each.filter(({ id, piece, count }) => document.querySelectorAll(`.process-canvas .djs-element[data-element-id="${CSS.escape(id)}"] > .djs-visual > ${piece}`).length !== count), looks);
    for (const [index, { name, bytes }] of models().entries()) {
      const reading = decoded(`${name}.bpmn`, bytes);
      assert.ok('text' in reading, name);
      const key = `miwg-${index}`;
      await window.context.request.post(home, { headers, data: { key, name: { vi: name, en: name }, from: { elsewhere: { files: [{ name: `${name}.bpmn`, text: reading.text }] } } } });
      const text = async (): Promise<string> => ((await (await window.context.request.get(`${home}/${key}/file?path=process.bpmn`)).json()) as PackageText).text;
      const before = await text();
      await page.goto(`/designer/packages/${key}`);
      await page.getByText(words.nothingSelected).waitFor();
      const renamed: string[] = [];
      const drawings = drawnIn(reading.text);
      if ((drawings.length > 1 ? await choice.locator('option').count() : 1) !== drawings.length) wrong.push(`${name}: not every drawing is offered`);
      for (const [at, { ids, looks, step }] of drawings.entries()) {
        if (drawings.length > 1) await choice.selectOption({ index: at });
        for (const id of await gone(ids)) wrong.push(`${name}: ${id} is not shown`);
        for (const { id, what } of await unlike(looks)) wrong.push(`${name}: ${id} has not ${what}`);
        if (step === undefined) {
          wrong.push(`${name}: has no step to rename in drawing ${at + 1}`);
          continue;
        }
        await rows.getByText(step, { exact: true }).click();
        const field = page.getByRole('textbox', { name: words.nameVi });
        const other = `Tên khác ${at}`;
        await field.fill(other);
        await field.press('Enter');
        await rows.getByText(other, { exact: true }).waitFor();
        renamed.push(step);
      }
      await page.getByRole('button', { name: words.save, exact: true }).click();
      await page.getByText(words.unsaved.split('{')[0]!.trim()).first().waitFor({ state: 'detached' });
      const written = renamed.reduce((now, step, at) => now.replace(`Tên khác ${at}`, () => step.replaceAll('&', '&#38;').replaceAll('"', '&#34;')), await text());
      const lost = loss(unmarked(before), unmarked(written));
      if (lost !== undefined) wrong.push(`${name}: ${lost}`);
    }
    assert.deepEqual(wrong, []);
  });
});
