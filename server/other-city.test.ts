import { strict as assert } from 'node:assert';
import { ways } from '../storage/testing/stores.ts';
import { riverCity } from './testing/city.ts';
import { playScenarios } from './testing/play-scenario.ts';

const folderOf = (key: string): string => new URL(`../procedures/${key}`, import.meta.url).pathname;

/** Packages whose steps name a kind of unit, the scenarios in which those are done, and which unit of the other city is to have each step. */
const packages: readonly (readonly [key: string, only: readonly string[], units: Readonly<Record<string, string>>])[] = [
  ['construction-permit-house', ['07-consult-silence'], { reception: 'quay-31001', consultFire: 'pc07', consultPlanning: 'so-qhkt', consultHeritage: 'so-vh', draft: 'ward-31001' }],
  ['first-land-certificate', ['14-register-away'], { reception: 'quay-31001', extract: 'vpdk-tay', updateRecords: 'vpdk-tay', verify: 'ward-31001' }],
  ['planning-information', ['02-consulted-by-post'], { reception: 'so-qhkt', consult: 'so-xd', sign: 'so-qhkt' }],
];

for (const { kind, open } of ways.filter((way) => way.kind === 'sqlite')) describe(`a shipped package in another city, whose offices have other ids, on ${kind}`, function () {
  this.timeout(60_000);
  for (const [key, only, units] of packages) describe(key, () => it('has each step at the office of its kind nearest to the ward', async function () {
    const opened = await open();
    if (opened === null) return this.skip();
    const [played = []] = await playScenarios(folderOf(key), [opened.store], { city: riverCity, only });
    const had = Object.assign({}, ...played.map((one) => one.units)) as Readonly<Record<string, string>>;
    assert.deepEqual(Object.fromEntries(Object.keys(units).map((step) => [step, had[step]])), units);
    await opened.drop();
  }));
});
