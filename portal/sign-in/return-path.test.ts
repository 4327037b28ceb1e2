import assert from 'node:assert/strict';
import { returnPath } from './return-path.ts';

describe('where signing in leads', () => {
  const cases: [string | null, string][] = [
    [null, '/dossiers'],
    ['/', '/'],
    ['/filing/d1?x=1', '/filing/d1?x=1'],
    ['//evil.example', '/dossiers'],
    ['/\\evil.example', '/dossiers'],
    ['https://evil.example', '/dossiers'],
    ['javascript:alert(1)', '/dossiers'],
  ];
  for (const [asked, expected] of cases) it(`${String(asked)} leads to ${expected}`, () => assert.equal(returnPath(asked), expected));
});
