import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import hcmc from '../engine/calendar/hcmc.json' with { type: 'json' };
import { compileCalendar } from '../engine/calendar/calendar.ts';
import { resultsOf } from '../engine/decision/results.ts';
import { checkPackage } from './check.ts';
import { decisionNamed } from './decision-named.ts';
import { isNote } from './finding.ts';
import { textOf } from './package-files.ts';
import { readFolder } from './folder.ts';
import { loadPackage } from './load.ts';
import { readingsOf } from './readings.ts';
import { testPackage } from './test-package.ts';

const here = import.meta.dirname;
const calendar = compileCalendar(hcmc);

/** How a signer goes on when the service for signatures does not. */
const signOther = (await readFolder(join(here, 'certified-copy'))).get('forms/sign-other.json');

const homes = [here, join(here, '../designer/templates')];
const folders = homes.flatMap((home) => readdirSync(home).map((name) => ({ name, folder: join(home, name), isTemplate: home !== here }))).filter(({ folder }) => existsSync(join(folder, 'procedure.json')));

/** Whose number of the national list nobody has found yet, or only one that ended on 31/07/2026; whoever publishes them is told. */
const withoutNumber = new Set(['child-health-insurance', 'child-residence', 'first-land-certificate', 'food-safety-certificate', 'labour-declaration', 'land-transfer', 'worker-registration']);

/** Whose time limit ends with the law of 2014, on 28/02/2027; the law of 2026 tells its own later. */
const limitEnds = new Set(['civil-status-extract']);

for (const { name, folder, isTemplate } of folders) {
  const known = isTemplate ? ['filled-in', 'national-code'] : [...(withoutNumber.has(name) ? ['national-code'] : []), ...(limitEnds.has(name) ? ['validity'] : [])];
  const files = await readFolder(folder);
  const loading = await loadPackage(files);

  describe(`the package ${name}`, () => {
    it('signs digitally what it gives as a file, and lets the signer sign by hand by the same form as every package', () => {
      assert.ok('package' in loading);
      const { definition, forms, procedure } = loading.package;
      const signing = Object.values(definition.nodes).filter(({ step }) => step.inputs?.['sign'] !== undefined);
      if (!isTemplate && name !== 'feedback-on-officials' && forms.get(procedure.forms.application)?.schema.properties?.['delivery']?.properties?.['method']?.enum?.includes('electronic')) assert.ok(signing.length > 0);
      if (signing.length > 0) assert.deepEqual(files.get('forms/sign-other.json'), signOther);
    });

    it('is named like its folder', () => {
      assert.ok('package' in loading, JSON.stringify(loading));
      assert.equal(loading.package.procedure.key, name);
    });

    it(`passes every check${isTemplate ? ', but for what its author has to fill in' : ''}`, async () => {
      assert.deepEqual((await checkPackage(files)).filter((finding) => !isNote(finding) && !known.includes(finding.rule)), []);
    });

    it('names in English whatever the drawing names, ways too', () => {
      const named = [...files].filter(([path]) => path.endsWith('.bpmn')).flatMap(([, content]) => [...textOf(content).matchAll(/<bpmn:(?!process|message|signal|error|escalation|definitions)(\w+)\s[^>]*\sname="[^"]*"[^>]*>/g)]);
      assert.deepEqual(named.filter(([tag]) => !/\smotcua:nameEn="[^"]+"/.test(tag)).map(([tag]) => tag), []);
    });

    it('is drawn so that no way leads through a step that it does not begin or end at', () => {
      const through: string[] = [];
      for (const [path, content] of files) {
        if (!path.endsWith('.bpmn')) continue;
        const xml = textOf(content);
        const number = (tag: string, attribute: string): number => Number(new RegExp(`\\s${attribute}="([^"]*)"`).exec(tag)?.[1]);
        const ends = new Map([...xml.matchAll(/<bpmn:sequenceFlow\s[^>]*>/g)].map(([tag]) => [/\sid="([^"]*)"/.exec(tag)?.[1], [/sourceRef="([^"]*)"/.exec(tag)?.[1], /targetRef="([^"]*)"/.exec(tag)?.[1]]] as const));
        const steps = [...xml.matchAll(/<bpmndi:BPMNShape [^>]*bpmnElement="([^"]*)"[^>]*>\s*(<dc:Bounds [^>]*>)/g)].filter(([, id]) => new RegExp(`<bpmn:(\\w*[tT]ask|callActivity|\\w+Event|\\w+Gateway) id="${id}"`).test(xml));
        for (const [, flow, drawn] of xml.matchAll(/<bpmndi:BPMNEdge [^>]*bpmnElement="([^"]*)"[^>]*>(.*?)<\/bpmndi:BPMNEdge>/gs)) {
          const points = [...drawn!.matchAll(/<di:waypoint [^>]*>/g)].map(([tag]) => ({ x: number(tag, 'x'), y: number(tag, 'y') }));
          for (const [, id, bounds] of steps) {
            const [left, top] = [number(bounds!, 'x') + 2, number(bounds!, 'y') + 2];
            const [right, bottom] = [left + number(bounds!, 'width') - 4, top + number(bounds!, 'height') - 4];
            const isIn = points.slice(1).some((to, at) => Math.max(to.x, points[at]!.x) > left && Math.min(to.x, points[at]!.x) < right && Math.max(to.y, points[at]!.y) > top && Math.min(to.y, points[at]!.y) < bottom);
            if (isIn && ends.get(flow)?.includes(id) === false) through.push(`${path}: ${flow} through ${id}`);
          }
        }
      }
      assert.deepEqual(through, []);
    });

    it('writes numbers one way: a percent sign right behind its number', () => {
      for (const [path, content] of files) if (path.endsWith('.json')) assert.doesNotMatch(textOf(content), /(\d|\}\}) %/, path);
    });

    it('says of each question that sources disagree about where it matters, in both languages, and which one reading is followed', () => {
      assert.ok('package' in loading);
      for (const conflict of loading.package.procedure.conflicts) {
        const readings = readingsOf(conflict);
        assert.equal(readings.filter(({ used }) => used).length, 1, conflict.id);
        assert.ok(conflict.about !== undefined && readings.every(({ value }, index) => typeof conflict.readings[index]?.value === 'object' && value.en !== ''), conflict.id);
      }
    });

    it('guides to one of three ends, each with its law: file, nothing to file, or find out first', () => {
      assert.ok('package' in loading);
      const { procedure, decisions } = loading.package;
      const named = procedure.decisions.permitNeeded === undefined ? undefined : decisionNamed(decisions, procedure.decisions.permitNeeded);
      if (named === undefined) return;
      assert.ok('model' in named);
      const results = resultsOf(named.model, named.decision);
      assert.deepEqual(results.get('outcome')?.filter((outcome) => typeof outcome !== 'string' || !['permit', 'exempt', 'ask'].includes(outcome)), []);
      const laws = new Set<unknown>(procedure.legalBasis.map(({ id }) => id));
      assert.deepEqual(results.get('basis')?.filter((basis) => !laws.has(basis)), []);
    });

    it('keeps its hash when only the order of files changes, and not when a byte does', async () => {
      assert.ok('package' in loading);
      const again = await loadPackage(new Map([...files].toReversed()));
      assert.equal('package' in again && again.package.hash, loading.package.hash);
      const other = await loadPackage(new Map([...files, ['README.md', 'other']]));
      assert.notEqual('package' in other && other.package.hash, loading.package.hash);
    });

    if (!('package' in loading)) return;
    const tested = testPackage(loading.package, files, calendar);
    for (const scenario of tested.scenarios) {
      it(scenario.name.en, () => assert.deepEqual(scenario.faults, []));
    }

    it('has a scenario through every step and along every flow', () => {
      assert.deepEqual([tested.nodes.missing, tested.flows.missing], [[], []]);
      assert.ok(tested.scenarios.length >= (folder.startsWith(join(here, '/')) ? 8 : 1));
    });
  });
}
