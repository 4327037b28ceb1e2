import { strict as assert } from 'node:assert';
import { checkPackage } from './check.ts';
import { readFolder } from './folder.ts';
import { textOf } from './package-files.ts';

describe('what the dossiers of a package are about', () => {
  const folder = new URL('assigned-work', import.meta.url).pathname;
  const found = async (links: object) => {
    const files = await readFolder(folder);
    const procedure = JSON.parse(textOf(files.get('procedure.json')!)) as object;
    return (await checkPackage(new Map([...files, ['procedure.json', JSON.stringify({ ...procedure, links })]]))).filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule}: ${message}`);
  };
  const cases: readonly (readonly [what: string, links: object, says: RegExp | undefined])[] = [
    ['an area of the list and a dossier', [{ kind: 'area', question: 'area' }, { kind: 'dossier', question: 'dossier' }], undefined],
    ['a question that is not asked', [{ kind: 'household', question: 'home' }], /^link-known: expected the application to ask "home"/],
    ['an area that is typed', [{ kind: 'area', question: 'household' }], /^link-known: expected "household" to be chosen from the list "areas"/],
  ];
  for (const [what, links, says] of cases) it(`is ${says === undefined ? 'known' : 'told of'}: ${what}`, async () => {
    const errors = await found(links);
    assert.equal(errors.length, says === undefined ? 0 : 1, errors.join('\n'));
    if (says !== undefined) assert.match(errors[0]!, says);
  });
});
