import { strict as assert } from 'node:assert';
import { startTimers } from '../../../engine/self-started.ts';
import { loadPackage } from '../../../procedures/load.ts';
import { textOf, type PackageFiles } from '../../../procedures/package-files.ts';
import { readFolder } from '../../../procedures/folder.ts';
import type { Procedure } from '../../../procedures/procedure.ts';
import type { Adoption } from '../../api/adoption.ts';
import type { DesignerPackage, PackageText } from '../../api/designer.ts';
import type { ServiceSheet } from '../../api/procedure.ts';
import { withPublished } from '../../library/called.ts';
import type { Inspection } from '../../library/inspect.ts';
import { publish, readyToPublish } from '../../library/publish.ts';
import { runHouse, type RunningHouse } from '../../testing/running-house.ts';
import { shippedPackages } from '../../testing/write-notices.ts';
import type { Visitor } from '../../testing/visitor.ts';

const home = '/api/designer/procedures';
const ours = { hours: { vi: 'Thứ Hai đến Thứ Sáu, 7 giờ 30 đến 16 giờ 30', en: 'Monday to Friday, 7.30 to 16.30' }, contact: { vi: 'Quầy 3, 0900000009', en: 'Desk 3, 0900000009' } };
const theirs = { hours: { vi: 'Giờ của cả thành phố', en: 'The hours of the whole city' } };

/** Whether packages are sound is looked at elsewhere. */
const unproven = async (files: PackageFiles): Promise<Inspection> => {
  const loading = await loadPackage(files);
  if (!('package' in loading)) return { findings: loading.findings };
  const { hash, procedure: { key }, definition } = loading.package;
  return { findings: [], loaded: { key, hash, timers: startTimers(definition) } };
};

describe('a ward adopts a shipped package', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let designer: Visitor;
  before(async () => {
    house = await runHouse();
    designer = await house.visitor('thietke');
  });
  after(() => house.stop());

  const offer = async (files: PackageFiles): Promise<string> => {
    const ready = await readyToPublish(house.services.files, await withPublished(house.services, files), unproven);
    assert.ok('hash' in ready, JSON.stringify(ready));
    await house.store.transaction((tx) => publish(house.store, tx, ready, { account: 'system', at: house.clock.now(), note: null }));
    return ready.hash;
  };
  const procedureOf = async (at: string) => JSON.parse(((await designer.done('GET', `${at}/file?path=procedure.json`)) as unknown as PackageText).text) as Procedure;
  const changed = (procedure: Procedure, change: Partial<Procedure>) => JSON.stringify({ ...procedure, ...change }, null, 2);

  for (const key of shippedPackages) it(`${key}, says what is its own, and takes an update but for that`, async () => {
    const files = await readFolder(new URL(`../../../procedures/${key}`, import.meta.url).pathname);
    const shipped = JSON.parse(textOf(files.get('procedure.json')!)) as Procedure;
    assert.ok((shipped.customise ?? []).length > 0, 'it declares what adopters may change');
    await offer(files);

    const at = `${home}/ours-${key}`;
    await designer.done('POST', home, { key: `ours-${key}`, name: { vi: 'Của phường', en: 'Of the ward' }, from: { adopt: key } });
    const isLocal = shipped.local !== undefined;
    const { draft } = (await designer.done('GET', at)) as unknown as DesignerPackage;
    const own: Partial<Procedure> = isLocal ? { local: ours, dueSoon: '1 working day' } : shipped.beginsIn ? { beginsIn: ['ward'] } : { dueSoon: '1 working day' };
    await designer.done('PUT', `${at}/draft`, { revision: draft.revision, files: [{ path: 'procedure.json', text: changed(await procedureOf(at), own) }] });

    const version = await offer(new Map([...files, ['procedure.json', changed(shipped, { searchWords: ['mới'], retention: { ...shipped.retention, years: 33 }, ...(isLocal && { local: theirs }) })]]));
    const { adopted } = (await designer.done('GET', `${at}/adoption`)) as unknown as Adoption;
    assert.deepEqual(adopted?.updates, [{ path: 'procedure.json', way: 'take', kept: isLocal ? ['/local'] : [] }]);
    await designer.done('POST', `${at}/adoption/take`, { revision: draft.revision + 1, version, choices: [] });
    const now = await procedureOf(at);
    assert.deepEqual([now.searchWords, now.retention.years, now.shortName.en], [['mới'], 33, 'Of the ward']);
    for (const [place, value] of Object.entries(own)) assert.deepEqual(now[place as keyof Procedure], value, place);
  });

  it('and citizens read on its sheet when it is open and whom to ask', async () => {
    const key = 'certified-copy';
    const files = await readFolder(new URL(`../../../procedures/${key}`, import.meta.url).pathname);
    await offer(new Map([...files, ['procedure.json', changed(JSON.parse(textOf(files.get('procedure.json')!)) as Procedure, { local: ours })]]));
    const sheet = (await designer.done('GET', `/api/procedures/${key}`)) as unknown as ServiceSheet;
    assert.deepEqual(sheet.local, { desk: null, ...ours });
  });
});
