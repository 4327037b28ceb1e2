import assert from 'node:assert/strict';
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '../configuration.ts';
import { firstPushKeys, pushKeysFile } from './keys.ts';

describe('the keys for pushes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-push-'));
  const environment = { MOTCUA_DATA: folder };

  it('are made on the first start, for this user only, and stay', () => {
    assert.equal(readConfiguration(environment, folder).push, undefined);
    const file = pushKeysFile({}, folder)!;
    const made = firstPushKeys(file);
    assert.deepEqual(firstPushKeys(file), made);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.partialDeepStrictEqual(readConfiguration(environment, folder).push, made);
  });

  it('name whom a push service may ask: another than the house’s address, where one is given', () => {
    const contact = (more: Readonly<Record<string, string>>) => readConfiguration({ ...environment, ...more }, folder).push?.contact;
    assert.deepEqual([contact({ MOTCUA_URL: 'https://motcua.example' }), contact({ MOTCUA_PUSH_CONTACT: 'mailto:ai@motcua.example' })], ['https://motcua.example', 'mailto:ai@motcua.example']);
    assert.throws(() => contact({ MOTCUA_PUSH_CONTACT: 'motcua.example' }), /MOTCUA_PUSH_CONTACT/);
  });

  it('are none where the installation says so, and never half a file', () => {
    assert.equal(readConfiguration({ ...environment, MOTCUA_PUSH_KEYS: 'no' }, folder).push, undefined);
    const broken = join(folder, 'broken.json');
    for (const text of ['', '{}', '{"publicKey":"x","privateKey":"y"}']) {
      writeFileSync(broken, text);
      assert.throws(() => readConfiguration({ ...environment, MOTCUA_PUSH_KEYS: broken }, folder), /MOTCUA_PUSH_KEYS/, text);
    }
  });
});
