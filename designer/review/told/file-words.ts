import { Check } from 'typebox/value';
import { Description } from '../../../procedures/described/description.ts';
import { Scenario } from '../../../procedures/scenario.ts';
import { answerShape, leavesOf } from './answers.ts';
import type { Called } from './called.ts';
import { connectorShape, plainConnector } from './connector-shape.ts';
import { plainScenario, scenarioShape } from './scenario-shape.ts';
import { quoted, tell, type Shape } from './shape.ts';
import { valuesFor } from './values.ts';

const json = (source: string): unknown => {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
};

/** Both texts as what they say, told in a shape; only that they differ where one is not what it should be. */
function told(before: unknown, after: unknown, shape: Shape, called: Called, isRight: (value: unknown) => boolean, plain: (value: unknown) => unknown = (value) => value): readonly string[] {
  if (!isRight(before) || !isRight(after)) return [called.text('fileChanged')];
  const said = tell(plain(before), plain(after), shape, called);
  return said.length === 0 ? [called.text('onlyWriting')] : said.map(({ text }) => text);
}

export const scenarioSentences = (before: string, after: string, called: Called): readonly string[] =>
  told(json(before), json(after), scenarioShape(called), called, (value) => Check(Scenario, value), plainScenario);

/** A complete answer of the application form. */
export const applicationSentences = (before: string, after: string, called: Called): readonly string[] =>
  told(json(before), json(after), answerShape(called, called.applicationForm), called, (value) => typeof value === 'object' && value !== null && !Array.isArray(value), (value) => leavesOf(value));

export const connectorSentences = (before: string, after: string, called: Called): readonly string[] =>
  told(json(before), json(after), connectorShape(called), called, (value) => Check(Description, value), plainConnector);

/** Whose version an adopted procedure stands on. */
export function adoptedSentences(before: string, after: string, called: Called): readonly string[] {
  const { text } = called;
  const { code } = valuesFor(called);
  return told(json(before), json(after), { is: 'group', parts: { from: [text('adoptedSource'), code], version: [text('adoptedVersion'), code] } }, called, (value) => typeof value === 'object' && value !== null);
}

/** Text for people, line by line; of many lines how many, and the first. */
export function proseSentences(before: string, after: string, called: Called): readonly string[] {
  // what only sets a text (headings, bars of tables) is no word of it
  const lines = (source: string): readonly string[] => source.split('\n').map((line) => line.replace(/^[\s#>|*-]+|[\s|]+$/g, '').replaceAll(/\s*\|\s*/g, ', ')).filter((line) => /[\p{L}\p{N}]/u.test(line));
  const item = (line: string): string => quoted(line.length > longest ? `${line.slice(0, longest)}…` : line);
  const [was, is] = [lines(before), lines(after)];
  const [added, removed] = [is.filter((line) => !was.includes(line)), was.filter((line) => !is.includes(line))];
  if (added.length + removed.length > most) return [called.text('toldManyLines', { added: added.length, removed: removed.length, first: item([...added, ...removed][0]!) })];
  return told(was, is, { is: 'list', item: (_, nth) => called.text('toldLineNth', { nth }), whole: item, of: { is: 'prose' } }, called, () => true);
}
const longest = 120;
const most = 6;
