import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser/chromium.ts';
import { openDesk, openDrawing } from './drawing-page.ts';
import { models, run } from './miwg.ts';
import { keepBeside } from './pictures.ts';
import { isAtHand } from './suite.ts';
import { loss } from './xml-loss.ts';

const pair = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" targetNamespace="t">
<process id="p"><task id="right"/><task id="left"/></process><bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="p">
<bpmndi:BPMNShape id="left_di" bpmnElement="left"><dc:Bounds x="0" y="0" width="100" height="80"/></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="right_di" bpmnElement="right"><dc:Bounds x="900" y="0" width="100" height="80"/></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>`;
const otherName = 'Một tên khác hẳn';
const escaped = (text: string): string => text.replaceAll('&', '&#38;').replaceAll('<', '&#60;').replaceAll('"', '&#34;').replaceAll('\n', '&#10;');

/** What is read, whichever lines it stands on: a line ends between words, or after a hyphen. */
const read = (text: string): string => text.split(/\s+/).filter(Boolean).join(' ').replaceAll(/(?<=[-/]) /g, '');

const drawnOrder = (xml: string): readonly string[] => [...xml.matchAll(/BPMNShape [^>]*bpmnElement="([^"]*)"/g)].map(([, id]) => id!.replace(/_.*/, ''));

describe('The reference models of the Model Interchange Working Group', function () {
  this.timeout(300_000);
  before(function () {
    if (!isAtHand('miwg')) this.skip();
  });

  it('are read and written without loss', async () => {
    const { total, failures } = await run();
    assert.deepEqual(failures, []);
    assert.equal(total, 21);
  });
});

describe('The designer, in a browser', function () {
  this.timeout(300_000);
  let browser: Browser;
  let written: Awaited<ReturnType<typeof openDrawing>>;
  before(async function () {
    browser = await openBrowser(this);
    written = await openDrawing(browser);
  });
  after(() => browser?.close());

  it('writes the reference models as they were drawn', async function () {
    if (!isAtHand('miwg')) this.skip();
    const { total, failures } = await run((xml) => written(xml));
    assert.deepEqual(failures, []);
    assert.equal(total, 21);
  });

  it('leaves the order of the drawing, but puts what was drawn around an element before it', async () => {
    assert.deepEqual(drawnOrder(await written(pair)), ['left', 'right']);
    assert.deepEqual(drawnOrder(await written(pair, 'left')), ['Activity', 'left', 'right']);
  });
});

describe('A diagram of others in the designer', function () {
  this.timeout(240_000);
  let browser: Browser;
  before(async function () {
    browser = await openBrowser(this);
    if (isAtHand('miwg')) return;
    console.log('SKIPPED: the reference models of the Model Interchange Working Group are not at hand');
    this.skip();
  });
  after(() => browser?.close());

  it('stands where it was drawn, its words whole, under bpmn.io’s mark, takes another name for a step, and is saved without loss', async () => {
    const desk = await openDesk(browser);
    const wrong: string[] = [];
    for (const { name, xml, pictures } of models()) {
      for (const id of await desk.open(xml)) wrong.push(`${name}: ${id} stands elsewhere`);
      if (!(await desk.page.locator('.bjs-powered-by').isVisible())) wrong.push(`${name}: bpmn.io is not named`);
      for (const { id, name: called, lines, kind, left, isOpen } of await desk.names()) {
        if (read(lines.join(' ')) !== read(called)) wrong.push(`${name}: ${id} is called “${called}”, but reads “${lines.join(' | ')}”`);
        if (isOpen && /SubProcess|CallActivity|Transaction/.test(kind) && left > 10) wrong.push(`${name}: the name of ${id} does not stand at its left`);
      }
      await keepBeside(browser, name, await desk.pictures(), pictures);
      const { was, xml: written } = await desk.rename(otherName);
      if (written.split(otherName).length !== 2) wrong.push(`${name}: the new name stands there ${written.split(otherName).length - 1} times`);
      const lost = loss(xml, written.replace(otherName, () => escaped(was)));
      if (lost !== undefined) wrong.push(`${name}: ${lost}`);
    }
    assert.deepEqual(wrong, []);
  });
});
