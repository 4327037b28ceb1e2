import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import type { Data, Json } from '../../engine/state.ts';
import { changed } from '../../forms/field-path.ts';
import { publishFolder } from '../seed/foundation.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';

const procedures = new URL('../../procedures/', import.meta.url).pathname;
const at = '2026-11-19T02:00:00.000Z';

type Told = 'nothing' | readonly ['errors' | 'warnings', RegExp];

/** What an application is told at a question, by what stands in it. */
const table: readonly (readonly [about: string, key: string, application: string, change: Readonly<Record<string, Json>>, path: string, told: Told])[] = [
  ['a contract of 30 days', 'land-transfer', 'sale', { 'contract.date': '2026-10-20' }, 'contract.date', 'nothing'],
  ['a contract of 31 days, which may be fined and is taken', 'land-transfer', 'sale', { 'contract.date': '2026-10-19' }, 'contract.date', ['warnings', /quá 30 ngày.*Nghị định 123\/2024/]],
  ['land of one’s own without an authorisation', 'first-land-certificate', 'house-land', {}, 'papers.authorisation', 'nothing'],
  ['land of somebody else without an authorisation', 'first-land-certificate', 'house-land', { 'filer.represented': true }, 'papers.authorisation', ['errors', /./]],
  ['land that one buys oneself without an authorisation', 'land-transfer', 'sale', {}, 'papers.authorisation', 'nothing'],
  ['land that is bought for somebody without an authorisation', 'land-transfer', 'sale', { 'filer.represented': true }, 'papers.authorisation', ['errors', /./]],
  ['a certificate by post to no address', 'household-business', 'tea-shop', { delivery: { method: 'post' } }, 'delivery.address', ['errors', /./]],
];

describe('an application is told at once of', function () {
  this.timeout(60_000);
  let house: RunningHouse;
  let citizen: Visitor;
  before(async () => {
    house = await runHouse({}, at);
    for (const key of new Set(table.map(([, one]) => one))) await publishFolder(house.services, `${procedures}${key}`);
    citizen = await house.visitor('congdan1');
  });
  after(() => house.stop());

  for (const [about, key, application, change, path, told] of table) {
    it(`${about}: ${told === 'nothing' ? told : told[0]}`, async () => {
      const given = JSON.parse(readFileSync(`${procedures}${key}/scenarios/applications/${application}.json`, 'utf8')) as Data;
      const data = Object.entries(change).reduce((answer, [field, value]) => changed(answer, field, value), given);
      const draft = (await citizen.done('POST', '/api/drafts', { procedure: key })) as unknown as { id: string; revision: number };
      await citizen.done('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, data });
      const checked = (await citizen.done('POST', `/api/drafts/${draft.id}/check`)) as unknown as Record<'errors' | 'warnings', readonly { path: string; message: string }[]>;
      const said = (kind: 'errors' | 'warnings') => checked[kind].filter((one) => one.path === path).map(({ message }) => message);
      for (const kind of ['errors', 'warnings'] as const) {
        if (told !== 'nothing' && told[0] === kind) assert.match(said(kind).join(' '), told[1]);
        else assert.deepEqual(said(kind), []);
      }
    });
  }
});
