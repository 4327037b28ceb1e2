import { strict as assert } from 'node:assert';
import { Problem } from '../../ui/problem.ts';
import { fetchText } from './together.ts';

const files = [{ path: 'procedure.json', text: '{}' }, { path: 'process.bpmn', text: '<definitions/>' }];

describe('texts of a package that many parts of a page ask for', () => {
  const { fetch } = globalThis;
  let asked: string[] = [];
  let fails = false;
  beforeEach(() => {
    asked = [];
    fails = false;
    globalThis.fetch = async (address) => {
      const url = new URL(String(address), 'http://localhost');
      asked.push(`${url.pathname.split('/').slice(-2).join('/')}${url.search}`);
      if (fails) return Response.json({ status: 403, code: 'forbidden', title: 'Không được' }, { status: 403, headers: { 'Content-Type': 'application/problem+json' } });
      if (url.pathname.endsWith('/texts')) return Response.json({ revision: 3, files });
      return Response.json({ path: url.searchParams.get('path'), text: 'alone', revision: 4 });
    };
  });
  after(() => void (globalThis.fetch = fetch));

  it('come in one answer for each package', async () => {
    const texts = await Promise.all([fetchText('a', 'procedure.json'), fetchText('b', 'process.bpmn'), fetchText('a', 'process.bpmn'), fetchText('b', 'process.bpmn')]);
    assert.deepEqual(texts.map(({ text, revision }) => [text, revision]), [['{}', 3], ['<definitions/>', 3], ['<definitions/>', 3], ['<definitions/>', 3]]);
    assert.deepEqual(asked, ['a/texts', 'b/texts']);
  });

  it('of a version come apart from those that are saved', async () => {
    await Promise.all([fetchText('a', 'procedure.json'), fetchText('a', 'process.bpmn'), fetchText('a', 'procedure.json', 'f00'), fetchText('a', 'process.bpmn', 'f00')]);
    assert.deepEqual(asked, ['a/texts', 'a/texts?version=f00']);
  });

  it('come alone when one is asked for, and anew each time', async () => {
    assert.deepEqual(await fetchText('a', 'process.bpmn'), { path: 'process.bpmn', text: 'alone', revision: 4 });
    assert.deepEqual(await fetchText('a', 'process.bpmn'), { path: 'process.bpmn', text: 'alone', revision: 4 });
    assert.deepEqual(asked, ['a/file?path=process.bpmn', 'a/file?path=process.bpmn']);
  });

  it('are asked for alone when the answer lacks them: the server says what is with them', async () => {
    const [, other] = await Promise.all([fetchText('a', 'procedure.json'), fetchText('a', 'README.md')]);
    assert.equal(other.text, 'alone');
    assert.deepEqual(asked, ['a/texts', 'a/file?path=README.md']);
  });

  it('fail each with what the server says', async () => {
    fails = true;
    const answers = await Promise.allSettled([fetchText('a', 'procedure.json'), fetchText('a', 'process.bpmn')]);
    assert.deepEqual(answers.map((answer) => answer.status === 'rejected' && answer.reason instanceof Problem && answer.reason.code), ['forbidden', 'forbidden']);
  });
});
