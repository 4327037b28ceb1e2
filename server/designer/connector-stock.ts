import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDescription } from '../../procedures/described/read.ts';
import type { ConnectorStock } from '../api/designer.ts';
import type { Configuration } from '../configuration.ts';
import { ownNames } from '../outside/own-descriptions.ts';

const byTheHouse: ReadonlySet<string> = new Set(ownNames);

/** The descriptions of the installation that steps may ask for; what the house asks by itself is no step's. A file with a fault is nothing to begin from. */
export async function connectorStock({ connectors: folder, systems }: Pick<Configuration, 'connectors' | 'systems'>): Promise<ConnectorStock> {
  const names = (await readdir(folder)).filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length)).filter((name) => !byTheHouse.has(name)).toSorted();
  const read = await Promise.all(names.map(async (name) => {
    const text = await readFile(join(folder, `${name}.json`), 'utf8');
    const { findings, description } = readDescription(`${name}.json`, name, text);
    return description === undefined || findings.length > 0 ? [] : [{ name, title: description.title, system: description.system, text }];
  }));
  return { connectors: read.flat(), systems: systems === 'simulated' ? null : Object.keys(systems).toSorted() };
}
