import assert from 'node:assert/strict';

const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted();
const parts = ['words', 'service/words', 'sign-in/words', 'filing/words', 'dossier/words', 'verify/words', 'nearby/words', 'kept/words'];

for (const part of parts)
  describe(`the words of portal/${part}`, () => {
    let vi: Record<string, string> = {};
    let en: Record<string, string> = {};
    before(async () => {
      ({ vi } = (await import(`../${part}/vi.ts`)) as { vi: Record<string, string> });
      ({ en } = (await import(`../${part}/en.ts`)) as { en: Record<string, string> });
    });

    it('ask for the same values in both languages', () => {
      for (const key of Object.keys(vi)) assert.deepEqual(names(en[key] ?? ''), names(vi[key] ?? ''), key);
    });

    it('are composed characters throughout', () => {
      for (const text of [...Object.values(vi), ...Object.values(en)]) assert.equal(text, text.normalize('NFC'));
    });

    it('blame nobody and shout at nobody', () => {
      for (const text of [...Object.values(vi), ...Object.values(en)]) assert.doesNotMatch(text, /!/);
    });
  });
