import assert from 'node:assert/strict';
import { isDark } from './dark-fill.ts';

describe('a colour that a drawing brings', () => {
  for (const [colour, dark] of [['#000000', true], ['#3552c4', true], ['#C00000', true], ['#76c00d', false], ['#c4d8ec', false], ['#FFFFFF', false], ['var(--surface)', false], ['', false]] as const) {
    it(`${colour === '' ? 'none' : colour} is ${dark ? 'dark' : 'not dark'}`, () => assert.equal(isDark(colour), dark));
  }
});
