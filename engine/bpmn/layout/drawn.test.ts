import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { survey } from '../survey.ts';
import { drawn } from './drawn.ts';

const house = join(import.meta.dirname, '../../..');
const suites = process.env['MOTCUA_CONFORMANCE'] ?? join(house, '../shared/conformance');
const files = [...globSync('engine/bpmn/foreign/fixtures/*.bpmn', { cwd: house }), 'procedures/construction-permit-house/process.bpmn'].map((file) => join(house, file)).concat(globSync('miwg/*.bpmn', { cwd: suites }).map((file) => join(suites, file)));
const diagram = /<((?:[\w.-]+:)?BPMNDiagram)\b[^]*?<\/\1\s*>\s*/g;

interface Box { readonly id: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
const numbers = (text: string, ...names: readonly string[]): number[] => names.map((name) => Number(new RegExp(`\\s${name}="(-?\\d+)"`).exec(text)?.[1]));
const boxesIn = (plane: string): Box[] => [...plane.matchAll(/<bpmndi:BPMNShape bpmnElement="([^"]*)"[^>]*>(<dc:Bounds[^>]*>)/g)].map(([, id = '', bounds = '']) => {
  const [x = 0, y = 0, width = 0, height = 0] = numbers(bounds, 'x', 'y', 'width', 'height');
  return { id, x, y, width, height };
});
const holds = (outer: Box, inner: Box): boolean => outer.x <= inner.x && outer.y <= inner.y && outer.x + outer.width >= inner.x + inner.width && outer.y + outer.height >= inner.y + inner.height;
const meet = (one: Box, other: Box): boolean => one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
const touches = ({ x, y, width, height }: Box, at: readonly number[]): boolean => at[0]! >= x - 1 && at[0]! <= x + width + 1 && at[1]! >= y - 1 && at[1]! <= y + height + 1;

describe('A diagram without a drawing is given one', () => {
  for (const file of files) {
    it(`${basename(file)}: all is shown, nothing lies over another, ways go from step to step, and not a letter else is changed`, async () => {
      const bare = readFileSync(file, 'utf8').replaceAll(diagram, '');
      const xml = await drawn(bare);
      const surveyed = await survey(xml);
      assert.ok('processes' in surveyed, JSON.stringify(surveyed));
      assert.deepEqual(surveyed.processes.flatMap(({ undrawn }) => undrawn), []);
      assert.equal(xml.replaceAll(diagram, ''), bare);
      const hung = new Set([...bare.matchAll(/<(?:\w+:)?boundaryEvent\b[^>]*?\sid="([^"]*)"/g)].map(([, id]) => id));
      const elements = new Map([...bare.matchAll(/<(?:\w+:)?sequenceFlow\b[^>]*>/g)].map(([tag]) => [/\sid="([^"]*)"/.exec(tag)?.[1], [/\ssourceRef="([^"]*)"/.exec(tag)?.[1], /\stargetRef="([^"]*)"/.exec(tag)?.[1]]]));
      for (const [plane] of xml.matchAll(/<bpmndi:BPMNPlane[^]*?<\/bpmndi:BPMNPlane>/g)) {
        const boxes = boxesIn(plane);
        const byId = new Map(boxes.map((box) => [box.id, box]));
        for (const [index, one] of boxes.entries()) {
          for (const other of boxes.slice(index + 1)) if (!hung.has(one.id) && !hung.has(other.id) && !holds(one, other) && !holds(other, one)) assert.ok(!meet(one, other), `${one.id} lies over ${other.id}`);
        }
        for (const [, id, points = ''] of plane.matchAll(/<bpmndi:BPMNEdge bpmnElement="([^"]*)">(.*?)<\/bpmndi:BPMNEdge>/g)) {
          const [from, to] = elements.get(id) ?? [];
          const way = [...points.matchAll(/<di:waypoint[^>]*>/g)].map(([point]) => numbers(point, 'x', 'y'));
          if (from !== undefined) assert.ok(touches(byId.get(from)!, way[0]!) && touches(byId.get(to!)!, way.at(-1)!), `${id} does not go from ${from} to ${to}`);
        }
      }
    });
  }

  it('what cannot be read stays as it is', async () => {
    for (const text of ['', '<x/>', '<!DOCTYPE x><definitions/>']) assert.equal(await drawn(text), text);
  });
});
