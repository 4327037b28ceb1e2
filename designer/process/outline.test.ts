import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';
import extension from '../../engine/bpmn/motcua.json' with { type: 'json' };
import { many, type Model } from './model.ts';
import { outlineOf, outlineOfDrawing } from './outline.ts';

const processOf = async (xml: string): Promise<Model> => {
  const { rootElement } = await new BpmnModdle({ motcua: extension }).fromXML(xml);
  return many(rootElement, 'rootElements').find(({ $type }) => $type === 'bpmn:Process')!;
};
const drawn = (inside: string) => processOf(`<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><bpmn:process id="p">${inside}</bpmn:process></bpmn:definitions>`);
/** `a>b` draws a flow; the elements come first. */
const flow = (ends: string) => {
  const [source, target] = ends.split('>');
  return `<bpmn:sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}"/>`;
};
const node = (type: string, id: string) => {
  return `<bpmn:${type} id="${id}" name="${id}"/>`;
};
/** The parser fills `incoming` and `outgoing` only where the file lists them, so the text lists them. */
const withFlows = (elements: string, ...flows: string[]) => {
  let text = elements;
  for (const ends of flows) {
    const [source, target] = ends.split('>');
    const put = (id: string | undefined, line: string) => {
      text = text.replace(new RegExp(`(<bpmn:(\\w+) id="${id}"[^>]*?)(/>|>)`), (_, head: string, type: string, tail: string) => (tail === '/>' ? `${head}>${line}</bpmn:${type}>` : `${head}>${line}`));
    };
    put(source, `<bpmn:outgoing>${source}_${target}</bpmn:outgoing>`);
    put(target, `<bpmn:incoming>${source}_${target}</bpmn:incoming>`);
  }
  return text + flows.map(flow).join('');
};
const written = async (xml: string) => outlineOf(await drawn(xml)).map(({ id, depth }) => `${'.'.repeat(depth)}${id}`);

describe('the outline of a process', () => {
  it('follows the flows, whatever the order in the file', async () => {
    const xml = withFlows([node('endEvent', 'z'), node('userTask', 'b'), node('userTask', 'a'), node('startEvent', 's')].join(''), 's>a', 'a>b', 'b>z');
    assert.deepEqual(await written(xml), ['s', 'a', 'b', 'z']);
  });

  it('puts a join after all its branches, and does not mind loops', async () => {
    const xml = withFlows([node('startEvent', 's'), node('parallelGateway', 'f'), node('userTask', 'a'), node('userTask', 'b'), node('parallelGateway', 'j'), node('endEvent', 'z')].join(''), 's>f', 'f>a', 'f>b', 'a>j', 'b>j', 'j>z', 'b>f');
    const rows = await written(xml);
    assert.equal(rows[0], 's');
    assert.ok(rows.indexOf('j') > rows.indexOf('a') && rows.indexOf('j') > rows.indexOf('b'));
    assert.equal(rows.at(-1), 'z');
  });

  it('shows a step inside its sub-process and an event under its step', async () => {
    const inner = withFlows(node('startEvent', 'i') + node('userTask', 'w'), 'i>w');
    const xml = withFlows(`${node('startEvent', 's')}<bpmn:subProcess id="sub">${inner}</bpmn:subProcess><bpmn:boundaryEvent id="late" attachedToRef="sub"/>${node('endEvent', 'z')}`, 's>sub', 'late>z');
    assert.deepEqual(await written(xml), ['s', 'sub', '.i', '.w', '.late', 'z']);
  });

  it('shows each pool of a drawing with its steps, then its data, remarks and lanes; what stands between pools last', async () => {
    const process = (id: string) => `<bpmn:process id="${id}"><bpmn:laneSet id="set-${id}"><bpmn:lane id="lane-${id}"><bpmn:childLaneSet id="child-${id}"><bpmn:lane id="inner-${id}"/></bpmn:childLaneSet></bpmn:lane></bpmn:laneSet>${node('userTask', `in-${id}`)}<bpmn:dataObject id="d-${id}"/><bpmn:dataObjectReference id="data-${id}" dataObjectRef="d-${id}"/><bpmn:dataStoreReference id="store-${id}"/><bpmn:textAnnotation id="remark-${id}"><bpmn:text>?</bpmn:text></bpmn:textAnnotation><bpmn:association id="line-${id}" sourceRef="in-${id}" targetRef="remark-${id}"/></bpmn:process>`;
    const inside = (id: string) => [`.in-${id}`, `.data-${id}`, `.store-${id}`, `.remark-${id}`, `.lane-${id}`, `..inner-${id}`];
    const { rootElement } = await new BpmnModdle({ motcua: extension }).fromXML(`<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><bpmn:collaboration id="c"><bpmn:participant id="a" processRef="p"/><bpmn:participant id="black"/><bpmn:participant id="b" processRef="q"/><bpmn:messageFlow id="m" sourceRef="black" targetRef="in-p"/><bpmn:textAnnotation id="remark"/></bpmn:collaboration>${process('p')}${process('q')}</bpmn:definitions>`);
    assert.deepEqual(outlineOfDrawing(many(rootElement, 'rootElements')[0]!).map(({ id, depth }) => `${'.'.repeat(depth)}${id}`), ['a', ...inside('p'), 'black', 'b', ...inside('q'), 'remark', 'm']);
  });

  it('puts last what nothing leads to', async () => {
    const xml = withFlows(node('userTask', 'lost') + node('startEvent', 's') + node('endEvent', 'z') + node('userTask', 'circle') + node('userTask', 'round'), 's>z', 'circle>round', 'round>circle');
    assert.deepEqual(await written(xml), ['s', 'z', 'lost', 'circle', 'round']);
  });

  it('does not overflow on a long process', async () => {
    const ids = Array.from({ length: 3000 }, (_, index) => `n${index}`);
    const make = (id: string): Model & { outgoing?: Model[] } => {
      const own: Record<string, unknown> = { incoming: [], outgoing: [] };
      return { $type: id === 'n0' ? 'bpmn:StartEvent' : 'bpmn:Task', id, get: (name) => (name === 'name' ? id : own[name]) };
    };
    const all = ids.map(make);
    all.forEach((from, index) => {
      const to = all[index + 1];
      if (to) (from.get('outgoing') as Model[]).push({ $type: 'bpmn:SequenceFlow', get: (name) => (name === 'targetRef' ? to : undefined) });
    });
    const scope: Model = { $type: 'bpmn:Process', get: (name) => (name === 'flowElements' ? all : undefined) };
    assert.deepEqual(outlineOf(scope).map(({ id }) => id), ids);
  });

  it('tells every step of the house permit once, filing first and what follows a refusal after it', async () => {
    const process = await processOf(readFileSync(new URL('../../procedures/construction-permit-house/process.bpmn', import.meta.url), 'utf8'));
    const ids = outlineOf(process).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(ids[0], 'filed');
    for (const [one, other] of [['reception', 'handling'], ['assign', 'examine'], ['examine', 'draft'], ['draft', 'review'], ['review', 'sign'], ['handling', 'readyToReturn']] as const) assert.ok(ids.indexOf(one) < ids.indexOf(other), `${one} before ${other}`);
  });
});
