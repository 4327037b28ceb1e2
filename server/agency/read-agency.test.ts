import { strict as assert } from 'node:assert';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFolder } from '../../procedures/folder.ts';
import { lifeEvents } from '../../procedures/life-events.ts';
import { runHouse } from '../testing/running-house.ts';
import { shippedPackages } from '../testing/write-notices.ts';
import { publishFolder } from '../seed/foundation.ts';
import { readAgencies } from './agencies.ts';
import { contrast } from './contrast.ts';
import { readAgency } from './read-agency.ts';

const shipped = (name: string): string => new URL(`${name}.json`, import.meta.url).pathname;

describe('the app of an agency', () => {
  for (const name of ['default', 'sample-planning-office']) {
    it(`is read from ${name}.json, and leads to procedures that there are`, () => {
      const { tiles } = readAgency(shipped(name));
      for (const tile of tiles) if (tile.to === 'service') assert.ok(shippedPackages.includes(tile.service), tile.service);
    });
  }

  const changes: [string, (text: string) => string, RegExp][] = [
    ['no JSON', (text) => text.slice(0, -4), /expected JSON in .*, but it ends/],
    ['a member that is not known', (text) => text.replace('"menu"', '"menus"'), /\/menus?: /],
    ['a place that is none', (text) => text.replace('["planning"', '["moon"'), /\/menu\/0: The value is not in the list/],
    ['a name in one language', (text) => text.replace('"Sample Planning"', '""'), /\/name\/en: Must not be empty/],
    ['a colour that cannot be read on paper', (text) => text.replace('"#5b3a8c"', '"#c7aef0"'), /light colours .* action has a contrast of 1\.\d \(at least 4\.5\)/],
    ['a dark colour that cannot be read', (text) => text.replace('"#dccbf7"', '"#2b2140"'), /dark colours .* strong has a contrast/],
    ['a colour that is none', (text) => text.replace('"#5b3a8c"', '"red"'), /\/colours\/light\/action: Not in the expected form/],
  ];
  for (const [what, change, message] of changes) {
    it(`is refused in words with ${what}`, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'motcua-agency-'));
      try {
        await writeFile(join(folder, 'a.json'), change(await readFile(shipped('sample-planning-office'), 'utf8')));
        assert.throws(() => readAgency(join(folder, 'a.json')), message);
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  }
  const withHosts = (text: string, ...hosts: readonly string[]): string => text.replace('"format": 1,', `"format": 1, "hosts": ${JSON.stringify(hosts)},`);
  const folderOf = async (files: Readonly<Record<string, string>>): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'motcua-agencies-'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return folder;
  };
  it('is one of several by the host that is asked, each with its own catalogue', async () => {
    const [usual, planning] = await Promise.all(['default', 'sample-planning-office'].map((name) => readFile(shipped(name), 'utf8')));
    const folder = await folderOf({ 'city.json': usual!, 'planning.json': withHosts(planning!, 'quyhoach.example', 'planning.example') });
    const house = await runHouse({ agency: folder });
    const asked = (path: string, host: string) => new Promise<string>((resolve, reject) => {
      get(`${house.url}${path}`, { headers: { Host: host } }, (answer) => {
        let text = '';
        answer.on('data', (part: Buffer) => (text += part.toString())).on('end', () => resolve(text));
      }).on('error', reject);
    });
    try {
      await publishFolder(house.services, new URL('../../procedures/certified-copy', import.meta.url).pathname);
      const seen = async (host: string) => [
        (JSON.parse(await asked('/api/app', host)) as { name: { en: string } }).name.en, (JSON.parse(await asked('/manifest.webmanifest', host)) as { name: string }).name,
        ...(JSON.parse(await asked('/api/procedures', host)) as { procedures: { key: string }[] }).procedures.map(({ key }) => key).toSorted(),
      ];
      const { name } = JSON.parse(usual!) as { name: { vi: string; en: string } };
      assert.deepEqual(await seen('QuyHoach.example:8443'), ['Sample Planning', 'Quy hoạch Mẫu', 'construction-permit-house']);
      assert.deepEqual(await seen('elsewhere.example'), [name.en, name.vi, 'certified-copy', 'construction-permit-house']);
    } finally {
      await house.stop();
      await rm(folder, { recursive: true });
    }
  });
  for (const [what, files, message] of [
    ['no app for other hosts', { 'a.json': 'a.example' }, /expected one file in .* without "hosts", for every other host, but there are 0/],
    ['two apps for other hosts', { 'a.json': '', 'b.json': '' }, /there are 2: .*a\.json, .*b\.json/],
    ['a host that two apps have', { 'a.json': '', 'b.json': 'x.example', 'c.json': 'x.example' }, /c\.json names "x\.example" again/],
    ['a host that is none', { 'a.json': 'https://x.example' }, /\/hosts\/0: Not in the expected form/],
  ] as const) {
    it(`is refused in words with ${what}`, async () => {
      const usual = await readFile(shipped('default'), 'utf8');
      const folder = await folderOf(Object.fromEntries(Object.entries(files).map(([name, host]) => [name, host === '' ? usual : withHosts(usual, host)])));
      try {
        assert.throws(() => readAgencies(folder), message);
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  }
  it('is missed in words', () => assert.throws(() => readAgencies('/nowhere/a.json'), /expected the agency's file at \/nowhere\/a.json, but there is none/));

  it('is what the portal is told, with what brings people', async () => {
    const house = await runHouse({ agency: shipped('sample-planning-office') });
    try {
      const app = (await (await house.visitor()).done('GET', '/api/app')) as unknown as { name: { en: string }; lifeEvents: { key: string }[] };
      assert.equal(app.name.en, 'Sample Planning');
      const manifest = (await (await (await house.visitor()).fetch('GET', '/manifest.webmanifest')).json()) as { name: string; theme_color: string };
      assert.deepEqual([manifest.name, manifest.theme_color], ['Quy hoạch Mẫu', '#5b3a8c']);
      assert.deepEqual(app.lifeEvents.map(({ key }) => key), lifeEvents.map(({ key }) => key));
    } finally {
      await house.stop();
    }
  });

  it('finds every shipped procedure for which people apply under something that brings them', async () => {
    const known = new Set(lifeEvents.map(({ key }) => key));
    for (const name of shippedPackages) {
      const file = JSON.parse(String((await readFolder(new URL(`../../procedures/${name}`, import.meta.url).pathname)).get('procedure.json'))) as { lifeEvents?: string[]; channels: string[] };
      if (file.channels.every((channel) => channel === 'office')) continue;
      assert.ok((file.lifeEvents ?? []).length > 0, `${name} is found under nothing`);
      assert.ok(file.lifeEvents!.every((key) => known.has(key)), name);
    }
  });
});

describe('the contrast of two colours', () => {
  const known: [string, string, number][] = [['#000000', '#ffffff', 21], ['#ffffff', '#ffffff', 1], ['#777777', '#ffffff', 4.48], ['#0b5a5a', '#fbf9f4', 7.6]];
  for (const [one, other, expected] of known) it(`of ${one} and ${other} is ${expected}`, () => assert.ok(Math.abs(contrast(one, other) - expected) < 0.1, String(contrast(one, other))));
});
