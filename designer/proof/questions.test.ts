import assert from 'node:assert/strict';
import { readFolder } from '../../procedures/folder.ts';
import { provenBy } from '../../procedures/proof.ts';
import type { Finding } from '../../server/api/designer.ts';
import { answer } from './questions.ts';
import { isRead, readPackage, type Texts } from './read-package.ts';
import type { TriedConnector } from './try-connector.ts';
import { withProof } from './use-proof.ts';

describe('What the browser finds while the server still checks', () => {
  const role = { rule: 'step-role', severity: 'error', element: 'a', message: 'role' } as const;
  const unstaffed = { rule: 'role-unstaffed', severity: 'warning', element: 'a', message: 'nobody' } as const;

  it('takes the place of what was found before, and leaves what the server alone knows', () => {
    const gap = { rule: 'gateway-gap', severity: 'warning', element: 'g', message: 'new' } as const;
    const shape = { rule: 'form-file', severity: 'error', element: 'x', file: 'forms/x.json', message: 'shape' } as const;
    const paper = { rule: 'paper-field', severity: 'error', element: 'C1', file: 'procedure.json', message: 'paper' } as const;
    const connector = { rule: 'connector-sample', severity: 'error', element: 'samples/0', file: 'connectors/x.json', message: 'sample' } as const;
    assert.deepEqual(withProof([role, unstaffed, shape, connector, paper], [gap]), [gap, unstaffed, shape, connector]);
    assert.deepEqual(withProof(undefined, []), []);
  });
});

describe('The worker of the browser', function () {
  this.timeout(120_000);
  let files: Texts;
  before(async () => {
    const folder = await readFolder('designer/templates/permit');
    files = Object.fromEntries([...folder].map(([path, content]) => [path, typeof content === 'string' ? content : new TextDecoder().decode(content)]));
  });
  // a template leaves the law and the number of the procedure to its author, and says so
  const isFault = ({ severity, rule }: Finding): boolean => severity !== 'note' && rule !== 'filled-in' && rule !== 'national-code';
  const changed = (from: string, to: string): Texts => {
    assert.ok(files['process.bpmn']!.includes(from));
    return { ...files, 'process.bpmn': files['process.bpmn']!.replace(from, to) };
  };

  it('finds nothing in a sound package, and what is wrong in another', async () => {
    assert.deepEqual(((await answer({ ask: 'check', files })) as readonly Finding[]).filter(isFault), []);
    const found = (await answer({ ask: 'check', files: changed(' motcua:role="signer"', '') })) as readonly Finding[];
    assert.deepEqual(found.filter(isFault).map(({ rule, element }) => `${rule} ${element}`), ['step-role sign']);
  });

  it('says what the rules find before it begins the proof, and ends there when nobody waits any more', async () => {
    const broken = changed('sourceRef="signed"', 'sourceRef="nowhere"');
    assert.equal((await answer({ ask: 'check', files: broken }) as readonly Finding[])[0]?.severity, 'error');
    const roleless = changed(' motcua:role="signer"', '');
    const said: (readonly Finding[])[] = [];
    const whole = (await answer({ ask: 'check', files: roleless }, { early: (found) => said.push(found), isStopped: async () => false })) as readonly Finding[];
    assert.deepEqual(said.map((found) => found.filter(isFault).map(({ rule }) => rule)), [['step-role']]);
    assert.deepEqual(whole.slice(0, said[0]?.length), said[0]);
    assert.deepEqual(await answer({ ask: 'check', files: roleless }, { early: () => undefined, isStopped: async () => true }), said[0]);
  });

  it('proves anew what changes the ways, and not what only moves a shape or names a field', async () => {
    const lookedAt = async (texts: Texts): Promise<string> => {
      const reading = await readPackage(texts);
      assert.ok('package' in reading);
      return provenBy(reading.package);
    };
    const moved = changed('<dc:Bounds x="', '<dc:Bounds x="1');
    const named = { ...files, 'forms/application.json': files['forms/application.json']!.replace('"vi": "', '"vi": "Về ') };
    assert.notEqual(named['forms/application.json'], files['forms/application.json']);
    for (const texts of [moved, named]) assert.equal(await lookedAt(texts), await lookedAt(files));
    const dead = changed('=sign.outcome = "sign"', '=sign.outcome = "never"');
    assert.notEqual(await lookedAt(dead), await lookedAt(files));
    assert.ok(((await answer({ ask: 'check', files: dead })) as readonly Finding[]).some(({ rule }) => rule === 'gateway-gap' || rule === 'dead-element'));
  });

  it('says nothing of a package that calls other procedures', async () => {
    const call = changed('<bpmn:userTask id="sign"', '<bpmn:callActivity id="other" calledElement="elsewhere"/><bpmn:userTask id="sign"');
    assert.equal(await answer({ ask: 'check', files: call }), undefined);
  });

  it('plays a story step by step', async () => {
    const frames = await answer({ ask: 'play', files, story: ['reception', 'received_refusalToReceive'] });
    assert.deepEqual(frames, [
      { chosen: [], taken: ['filed_competenceRule', 'competenceRule_reception'], at: ['reception'] },
      { element: 'reception', chosen: ['received_refusalToReceive'], taken: ['reception_received', 'received_refusalToReceive'], at: ['refusalToReceive'] },
    ]);
  });

  it('reads a package that describes connectors from the texts that the page hands it', async () => {
    const folder = await readFolder('procedures/land-transfer');
    const texts = Object.fromEntries([...folder].map(([path, content]) => [path, !isRead(path) ? '' : typeof content === 'string' ? content : new TextDecoder().decode(content)]));
    const reading = await readPackage(texts);
    assert.ok('package' in reading);
    assert.deepEqual([...reading.package.connectors.keys()].toSorted(), ['register.land', 'register.land.enter', 'tax.land']);
    assert.deepEqual(((await answer({ ask: 'check', files: texts })) as readonly Finding[]).filter(({ severity }) => severity === 'error'), []);
  });

  describe('about one connector', () => {
    let tax: string;
    before(async () => { tax = new TextDecoder().decode((await readFolder('procedures/land-transfer')).get('connectors/tax.land.json') as Uint8Array); });
    const tried = async (text: string) => (await answer({ ask: 'connector', name: 'tax.land', text })) as TriedConnector;

    it('tries each sample at the stand-in, and tells what was asked and what came', async () => {
      const { findings, description, samples } = await tried(tax);
      assert.deepEqual([findings, description?.system, samples.length], [[], 'tax', description?.samples.length]);
      assert.ok(samples.every(({ holds, turns }) => holds && turns[0]?.request?.method === 'POST' && turns[0].response.status >= 200));
    });

    const wrongs: readonly (readonly [what: string, break_: (text: string) => string, rule: string, samples: boolean])[] = [
      ['text that is no JSON', (text) => text.slice(1), 'json', false],
      ['a file that has not its shape', (text) => text.replace('"system": "tax"', '"system": "The tax office"'), 'connector-file', false],
      ['an expression that cannot be read', (text) => text.replace('"dossier.code"', '"dossier."'), 'connector-feel', false],
      ['a sample that comes to something else', (text) => text.replace('"expect": { "done": {', '"expect": { "done": { "made": "up",'), 'connector-sample', true],
    ];
    for (const [what, broken, rule, hasSamples] of wrongs)
      it(`tells of ${what}`, async () => {
        assert.notEqual(broken(tax), tax);
        const { findings, samples } = await tried(broken(tax));
        assert.deepEqual([...new Set(findings.map((finding) => finding.rule))], [rule]);
        assert.ok(findings.every(({ messageVi, file }) => messageVi !== undefined && file === 'connectors/tax.land.json'));
        assert.equal(samples.some(({ holds }) => !holds), hasSamples);
      });
  });
});
