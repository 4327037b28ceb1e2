import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser/chromium.ts';
import { openDrawing } from './drawing-page.ts';
import { run } from './miwg.ts';
import { isAtHand } from './suite.ts';

const pair = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" targetNamespace="t">
<process id="p"><task id="right"/><task id="left"/></process><bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="p">
<bpmndi:BPMNShape id="left_di" bpmnElement="left"><dc:Bounds x="0" y="0" width="100" height="80"/></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="right_di" bpmnElement="right"><dc:Bounds x="900" y="0" width="100" height="80"/></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>`;
const drawnOrder = (xml: string): readonly string[] => [...xml.matchAll(/BPMNShape [^>]*bpmnElement="([^"]*)"/g)].map(([, id]) => id!.replace(/_.*/, ''));

describe('The reference models of the Model Interchange Working Group', function () {
  this.timeout(60_000);
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
  this.timeout(120_000);
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
