import { officeDate } from '../../engine/calendar/office-day.ts';
import { checkProof, checkRules } from '../../procedures/check-loaded.ts';
import type { Finding } from '../../procedures/finding.ts';
import { readEasily, type Reading } from '../../procedures/reading/read-easily.ts';
import { readDrawn } from '../../procedures/read-drawn.ts';
import type { Finding as ViewOfFinding } from '../../server/api/designer.ts';
import { framesOf, type Frame } from '../play/frames.ts';
import { fieldsAt, type Fields } from './fields.ts';
import { readPackage, type Texts } from './read-package.ts';
import { tryConnector, type TriedConnector } from './try-connector.ts';
import { shorten, type Limits } from './shorten.ts';

export type Question =
  | { readonly ask: 'check'; readonly files: Texts }
  | { readonly ask: 'shorten'; readonly files: Texts }
  | { readonly ask: 'fields'; readonly files: Texts; readonly element: string }
  | { readonly ask: 'read'; readonly files: Texts }
  | { readonly ask: 'connector'; readonly name: string; readonly text: string }
  | { readonly ask: 'play'; readonly files: Texts; readonly story: readonly string[] };
export type Ask = Question['ask'];

interface Answers {
  /** What `motcua check` would say, but for the shape of JSON files; nothing when that depends on other procedures, which only the server has. */
  readonly check: readonly ViewOfFinding[] | undefined;
  /** Shorter limits that fit into the time by law, one way each. */
  readonly shorten: readonly Limits[];
  readonly fields: Fields;
  /** Nothing while the package cannot be read. */
  readonly read: Reading | undefined;
  readonly connector: TriedConnector;
  readonly play: readonly Frame[];
}
export type Answer<K extends Ask> = Answers[K];

// A proof that nobody waits for any more is stopped (ask.ts): on a slow machine a late answer is worth more than none.
const budget = { states: 10_000, milliseconds: 20_000 };
/** Several longest ways are looked for, and a person waits. */
const patience = 8000;

/** Says what is found already, and learns whether nobody waits any more. */
export interface Hearing {
  readonly early: (findings: readonly ViewOfFinding[]) => void;
  readonly isStopped: () => Promise<boolean>;
}

const plain = (found: readonly Finding[]): readonly ViewOfFinding[] => found.map(({ counterexample, ...finding }) => ({ ...finding, ...(counterexample && { counterexample: [...counterexample] }) }));

/** What the rules find is said before the proof begins, and comes first in the answer. */
const check = async (texts: Texts, { early, isStopped }: Hearing): Promise<readonly ViewOfFinding[] | undefined> => {
  const reading = await readPackage(texts);
  const today = officeDate(new Date().toISOString());
  const quick = 'package' in reading ? [...reading.warnings, ...checkRules(reading.package, today)] : reading.findings;
  if (quick.some(({ rule }) => rule.startsWith('called-'))) return undefined;
  early(plain(quick));
  if (!('package' in reading) || await isStopped()) return plain(quick);
  const { package: loaded } = reading;
  const began = performance.now();
  return plain([...quick, ...checkProof(loaded, { ...budget, elapsed: () => performance.now() - began }, today)]);
};

const play = async (texts: Texts, story: readonly string[]): Promise<readonly Frame[]> => {
  const definition = await readDrawn(new Map(Object.entries(texts)), new Map(), []);
  return definition ? framesOf(definition, story) : [];
};

const shorter = async (texts: Texts): Promise<readonly Limits[]> => {
  const began = performance.now();
  const reading = await readPackage(texts);
  return 'package' in reading ? shorten(reading.package, () => performance.now() - began > patience, officeDate(new Date().toISOString())) : [];
};

const fields = async (texts: Texts, element: string): Promise<Fields> => {
  const reading = await readPackage(texts);
  return 'package' in reading ? fieldsAt(reading.package, element) : { wrong: [], known: [] };
};

const read = async (texts: Texts): Promise<Reading | undefined> => {
  const reading = await readPackage(texts);
  return 'package' in reading ? readEasily(reading.package) : undefined;
};

/** Answers one question about a package; takes as long as its content makes it. */
export const answer = (question: Question, hearing: Hearing = { early: () => undefined, isStopped: () => Promise.resolve(false) }): Promise<Answers[Ask]> => {
  switch (question.ask) {
    case 'check': return check(question.files, hearing);
    case 'shorten': return shorter(question.files);
    case 'fields': return fields(question.files, question.element);
    case 'read': return read(question.files);
    case 'connector': return Promise.resolve(tryConnector(question.name, question.text));
    case 'play': return play(question.files, question.story);
  }
};
