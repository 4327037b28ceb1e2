import { strict as assert } from 'node:assert';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Organisation } from '../api/organisation.ts';
import { said } from '../testing/said.ts';

const docs = await readFile(new URL('../../docs/organisation.md', import.meta.url), 'utf8');
/** The list that the docs show. */
const shown = JSON.parse(/```json\n([\s\S]+?)```/.exec(docs)![1]!) as Organisation;

describe('motcua organisation', function () {
  this.timeout(60_000);
  let folder = '';
  const kept = process.env['MOTCUA_DATA'];
  const run = async (lists: unknown, ...words: string[]) => {
    await writeFile(join(folder, 'lists.json'), typeof lists === 'string' ? lists : JSON.stringify(lists));
    return said(['organisation', join(folder, 'lists.json'), ...words]);
  };
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-organisation-'));
    process.env['MOTCUA_DATA'] = folder;
    assert.equal((await said(['migrate'])).code, 0);
  });
  after(async () => {
    if (kept === undefined) delete process.env['MOTCUA_DATA'];
    else process.env['MOTCUA_DATA'] = kept;
    await rm(folder, { recursive: true });
  });

  it('fills a database that has nobody yet, as the docs show it: looked at first, then once, with a password for each', async () => {
    assert.match((await run(shown, '--check')).out, /^It would be: 3 new units, 0 renamed, 0 ended, 0 as before; 2 new people, 2 new roles, 0 as before\.$/);
    const taken = await run(shown);
    assert.equal(taken.code, 0, taken.error);
    assert.match(taken.out, /^Taken in: 3 new units.*\nFirst passwords, told this once \(login,name,password\):\nquantri,"Nguyễn Quản Trị Mẫu",[A-Za-z0-9]{12,}\ntiepnhan,"Trần Tiếp Nhận Mẫu",[A-Za-z0-9]{12,}$/);
    assert.match((await run(shown)).out, /^Taken in: 0 new units, 0 renamed, 0 ended, 3 as before; 0 new people, 0 new roles, 2 as before\.$/);
  });

  const wrong: readonly (readonly [what: string, lists: unknown, code: number, message: RegExp])[] = [
    ['no JSON', '{', 2, /expected JSON in/],
    ['a member that is not known', { people: [] }, 2, /expected .* to hold units and staff, but \/people: /],
    ['a day that is none', { staff: [{ ...shown.staff![0], from: '2026-13-01' }] }, 2, /\/staff\/0\/from: /],
    ['a unit that is nowhere', { staff: [{ ...shown.staff![0], unit: 'moon' }] }, 1, /^staff\[0\]\.unit: there is no unit "moon"\nNothing is kept\.$/],
  ];
  for (const [what, lists, code, message] of wrong) it(`says what is wrong: ${what}`, async () => {
    const told = await run(lists);
    assert.equal(told.code, code, told.error);
    assert.match(told.error, message);
  });
});
