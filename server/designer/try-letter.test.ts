import { strict as assert } from 'node:assert';
import type { LetterTried } from '../api/designer.ts';
import { pagesOfPdf } from '../testing/pdf-text.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';
import { workbench } from './workbench.ts';

const home = '/api/designer/procedures/construction-permit-house';
const template = (...blocks: readonly object[]) => JSON.stringify({ format: 1, name: { vi: 'Thử', en: 'Try' }, paper: 'A4', head: { issuer: '{{ unit.upper }}' }, blocks });

describe('a letter of the draft is seen as it will be', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let designer: Visitor;
  before(async () => {
    house = await runHouse();
    designer = await house.visitor('thietke');
  });
  after(() => house.stop());
  const seen = async (letter: string, body: object = {}) => (await designer.done('POST', `${home}/letters/${letter}/try`, body)) as unknown as LetterTried;
  const withText = (text: string) => ({ files: [{ path: 'letters/fresh.json', text }] });
  const textOf = async ({ pdf }: LetterTried) => (await pagesOfPdf(new Uint8Array(Buffer.from(pdf ?? '', 'base64')))).join();

  for (const letter of ['receipt', 'supplement-request', 'refusal', 'apology', 'stop-notice', 'control-sheet', 'consultation-request', 'permit', 'permit-repair', 'permit-limited', 'permit-annex', 'permit-copy']) {
    it(`fills ${letter} whole from a scenario`, async () => {
      const tried = await seen(letter);
      assert.deepEqual([tried.problems, tried.missing], [[], []]);
      assert.match(await textOf(tried), /CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/);
    });
  }

  it('fills it from the scenario that is asked for', async () => {
    const { samples, sample } = await seen('refusal');
    assert.equal(samples.find(({ file }) => file === sample)?.issues, true);
    const asked = 'scenarios/01-straight-through.json';
    assert.equal((await seen('refusal', { scenario: asked })).sample, asked);
  });

  it('stands in an office of the kind that the procedure is for', async () => {
    assert.match(await textOf(await seen('permit')), /PHƯỜNG SEN MẪU/);
    const path = 'decisions/competence.dmn';
    const { text } = (await designer.done('GET', `${home}/file?path=${path}`)) as unknown as { text: string };
    const files = [{ path, text: text.replaceAll('<text>"commune"</text>', '<text>"planning-office"</text>').replaceAll('<text>"construction-department"</text>', '<text>"planning-office"</text>') }];
    assert.match(await textOf(await seen('permit', { files })), /SỞ QUY HOẠCH – KIẾN TRÚC\s+MẪU/);
  });

  it('sees what is not saved, and names what has no value', async () => {
    const tried = await seen('fresh', withText(template({ block: 'paragraph', text: 'Kính gửi {{ application.owner.name }}, {{ application.nobody }}' })));
    assert.deepEqual(tried.missing, ['application.nobody']);
    assert.match(await textOf(tried), /Kính gửi Nguyễn/);
  });

  it('stands unfilled when the rest of the draft does not run', async () => {
    const tried = await seen('receipt', { files: [{ path: 'process.bpmn', text: '<oops' }] });
    assert.deepEqual([tried.problems, tried.sample, tried.samples], [[], null, []]);
    assert.ok(tried.missing.includes('dossier.code'));
  });

  const faulty: Readonly<Record<string, readonly [text: string, said: RegExp]>> = {
    'what is no JSON': ['{', /JSON/],
    'what is no letter': ['{}', /required properties/],
    'an expression that cannot be read': [template({ block: 'paragraph', text: '{{ a + }}' }), /^blocks\[0\]\.text: /],
  };
  for (const [what, [text, said]] of Object.entries(faulty)) {
    it(`says what is wrong with ${what}`, async () => {
      const tried = await seen('fresh', withText(text));
      assert.equal(tried.pdf, null);
      assert.match(tried.problems[0] ?? '', said);
    });
  }

  it('gives up a letter that takes too long', async () => {
    const { problems, pdf } = await workbench(1).put({ work: 'letter', files: new Map([['letters/fresh.json', template({ block: 'title', text: 'A' })]]), letter: 'fresh', scenario: undefined, offices: [], catalogues: {}, calendars: {} });
    assert.equal(pdf, null);
    assert.match(problems.join(), /within its time/);
  });

  it('knows no letter that the draft has not', async () => assert.equal((await designer.fetch('POST', `${home}/letters/none/try`, { body: {} })).status, 404));
});
