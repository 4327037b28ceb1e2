import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';

const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted();

for (const part of ['words', 'findings/words'])
  describe(`the words of designer/${part}`, () => {
    let vi: Record<string, string> = {};
    let en: Record<string, string> = {};
    before(async () => {
      ({ vi } = (await import(`../${part}/vi.ts`)) as { vi: Record<string, string> });
      ({ en } = (await import(`../${part}/en.ts`)) as { en: Record<string, string> });
    });

    it('ask for the same values in both languages', () => {
      for (const key of Object.keys(vi)) assert.deepEqual(names(en[key] ?? ''), names(vi[key] ?? ''), key);
    });

    it('are composed characters throughout, and shout at nobody', () => {
      for (const text of [...Object.values(vi), ...Object.values(en)]) {
        assert.equal(text, text.normalize('NFC'));
        assert.doesNotMatch(text, /!/);
      }
    });
  });

it('the words of the designer’s parts do not speak over one another', async () => {
  const seen = new Map<string, string>();
  for (const file of (await readdir(new URL('.', import.meta.url))).filter((name) => /^vi-.*\.ts$/.test(name))) {
    const part = file.slice('vi-'.length, -'.ts'.length);
    const [words = {}] = Object.values((await import(`./vi-${part}.ts`)) as Record<string, Record<string, string>>);
    for (const key of Object.keys(words)) {
      assert.equal(seen.get(key), undefined, `${key} stands in ${part} too`);
      seen.set(key, part);
    }
  }
});
