import assert from 'node:assert/strict';
import { codeIn } from './code-in.ts';

describe('the verification code', () => {
  const cases: [string, string][] = [
    ['ABCD-2345', 'ABCD-2345'],
    [' AB CD 2345 ', 'ABCD2345'],
    ['https://mot.example/verify/ABCD-2345', 'ABCD-2345'],
    ['https://mot.example/verify/ABCD-2345/', 'ABCD-2345'],
    ['', ''],
    ['   ', ''],
    ['<script>', ''],
  ];
  for (const [typed, expected] of cases) it(`reads "${typed}" as "${expected}"`, () => assert.equal(codeIn(typed), expected));
});
