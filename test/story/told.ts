import { strict as assert } from 'node:assert';
import { readdir, readFile } from 'node:fs/promises';
import { handStarts } from '../../engine/begun-by-hand.ts';
import type { Data, Json } from '../../engine/state.ts';
import { startByWord, wordsSaid, wordsThatBegin } from '../../engine/words-between.ts';
import { changed } from '../../forms/field-path.ts';
import { readFolder } from '../../procedures/folder.ts';
import { loadPackage } from '../../procedures/load.ts';
import type { LoadedProcedure } from '../../procedures/loaded.ts';
import type { Scenario } from '../../procedures/scenario.ts';
import { packages } from '../../server/commands/house.ts';

/** A shipped package and one of its scenarios. */
export interface Told {
  readonly pack: LoadedProcedure;
  /** The scenario's file, without its ending. */
  readonly name: string;
  readonly scenario: Scenario;
  readonly application: Data;
}

/** The keys of all shipped packages, by their folders. */
export const shipped = async (): Promise<string[]> => {
  const folders = (await readdir(packages, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const found = await Promise.all(folders.map(async (name) => ((await readdir(`${packages}/${name}`)).includes('procedure.json') ? [name] : [])));
  return found.flat().toSorted();
};

const loaded = new Map<string, Promise<LoadedProcedure>>();
/** A package is loaded once: the test of all of them asks for each several times. */
const load = (key: string): Promise<LoadedProcedure> => {
  const loading = loaded.get(key) ?? loadFolder(`${packages}/${key}`);
  loaded.set(key, loading);
  return loading;
};

async function loadFolder(folder: string): Promise<LoadedProcedure> {
  const loading = await loadPackage(await readFolder(folder));
  assert.ok('package' in loading, JSON.stringify(loading));
  return loading.package;
}

const scenarioNames = async (key: string): Promise<string[]> =>
  (await readdir(`${packages}/${key}/scenarios`)).filter((file) => file.endsWith('.json')).toSorted().map((file) => file.slice(0, -'.json'.length));

async function tell(pack: LoadedProcedure, name: string): Promise<Told> {
  const folder = `${packages}/${pack.procedure.key}/scenarios`;
  const scenario = JSON.parse(await readFile(`${folder}/${name}.json`, 'utf8')) as Scenario;
  const given = JSON.parse(await readFile(`${folder}/applications/${scenario.filed.application}.json`, 'utf8')) as Data;
  const application = Object.entries(scenario.filed.change ?? {}).reduce((data, [path, value]) => changed(data, path, value === null ? undefined : (value as Json)), given);
  return { pack, name, scenario, application };
}

/** A shipped package with the first of its scenarios, which goes straight through. */
export async function firstScenario(key: string): Promise<Told> {
  const [first] = await scenarioNames(key);
  assert.ok(first !== undefined, `expected scenarios of ${key}, but there are none`);
  return tell(await load(key), first);
}

/** How a dossier comes to be: somebody applies for it, somebody of the office begins it, or another dossier says the word. */
export type Beginning = { readonly by: 'filing' } | { readonly by: 'hand'; readonly roles: readonly string[] } | { readonly by: 'word'; readonly said: Told };

export async function beginningOf({ definition, procedure: { key } }: LoadedProcedure): Promise<Beginning> {
  const [hand] = handStarts(definition);
  if (hand !== undefined) return { by: 'hand', roles: hand.roles };
  return startByWord(definition) === undefined ? { by: 'filing' } : { by: 'word', said: await whoSays(key, wordsThatBegin(definition).map(({ kind, name }) => `${kind} ${name}`)) };
}

/** The first scenario of a package in which one of these words is said. */
async function whoSays(key: string, words: readonly string[]): Promise<Told> {
  for (const other of await shipped()) {
    if (other === key) continue;
    const pack = await load(other);
    if (!wordsSaid(pack.definition).some(({ kind, name }) => words.includes(`${kind} ${name}`))) continue;
    for (const name of await scenarioNames(other)) {
      const told = await tell(pack, name);
      const { nodes } = pack.definition;
      const passed = Object.fromEntries(told.scenario.expect.path.flatMap((id) => (nodes[id] === undefined ? [] : [[id, nodes[id]]])));
      if (wordsSaid({ ...pack.definition, nodes: passed }).some((word) => words.includes(`${word.kind} ${word.name}`))) return told;
    }
  }
  throw new Error(`expected a shipped procedure with a scenario that says ${words.join(' or ')}, which begins ${key}, but there is none`);
}
