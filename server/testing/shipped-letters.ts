import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compileCalendar } from '../../engine/calendar/calendar.ts';
import hcmc from '../../engine/calendar/hcmc.json' with { type: 'json' };
import { readFolder } from '../../procedures/folder.ts';
import { fillLetter, type FilledLetter } from '../../procedures/letters/fill.ts';
import { loadPackage } from '../../procedures/load.ts';
import { readScenarios } from '../../procedures/test-package.ts';
import { letterSample, type SampleHouse } from '../designer/letter-sample.ts';
import { labelsOf } from '../letters/labels.ts';

const root = join(import.meta.dirname, '../..');
const homes = ['procedures', 'designer/templates'].flatMap((home) => readdirSync(join(root, home)).map((name) => ({ name, folder: join(root, home, name) })));

const unit: SampleHouse['unit'] = { id: 'ward', parentId: null, kind: 'ward', code: 'H29.99', name: { vi: 'Phường Sen Mẫu', en: 'Sample Lotus Ward' }, validFrom: '2025-07-01T00:00:00.000Z', validTo: null } as never;
const house: SampleHouse = {
  unit, calendar: compileCalendar(hcmc),
  facts: { name: 'Ủy ban nhân dân Phường Sen Mẫu', upper: 'ỦY BAN NHÂN DÂN\nPHƯỜNG SEN MẪU', above: 'ỦY BAN NHÂN DÂN\nTHÀNH PHỐ MẪU', oneStop: 'Bộ phận Một cửa Phường Sen Mẫu', place: 'Sen Mẫu', phone: '028 0000 0000' },
};

/** Every letter of the shipped procedures and templates, filled from the first scenario that issues it, or from any. */
export async function shippedLetters(): Promise<readonly { readonly name: string; readonly template: unknown; readonly filled: FilledLetter }[]> {
  const found: { name: string; template: unknown; filled: FilledLetter }[] = [];
  for (const { name, folder } of homes) {
    if (!existsSync(join(folder, 'procedure.json'))) continue;
    const files = await readFolder(folder);
    const loading = await loadPackage(files);
    if (!('package' in loading)) throw new Error(`expected the package ${name} to load`);
    const playable = readScenarios(files).flatMap(({ play }) => ('scenario' in play ? [play] : []));
    for (const [letter, template] of loading.package.letters) {
      const play = playable.find(({ scenario }) => scenario.expect.letters.includes(letter)) ?? playable[0];
      if (play === undefined) throw new Error(`expected a scenario of ${name}`);
      const { context, at } = letterSample(loading.package, play, letter, house);
      found.push({ name: `${name}/${letter}`, template, filled: fillLetter(template, context, at, labelsOf(loading.package, {})) });
    }
  }
  return found;
}
