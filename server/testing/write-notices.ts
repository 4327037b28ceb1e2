import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import type { Store } from '../../storage/store.ts';
import { memoryStore } from '../../storage/stores/memory.ts';
import { playScenarios, type Played } from './play-scenario.ts';

const packages = new URL('../../procedures/', import.meta.url);

export const shippedPackages = readdirSync(packages).filter((name) => existsSync(new URL(`${name}/procedure.json`, packages))).toSorted();
export const noticesOf = (name: string): URL => new URL(`../../docs/notices/${name}.md`, import.meta.url);

const prose = ({ name, notices: told }: Played): string =>
  [`## ${name.vi}`, '', `*${name.en}*`, '', ...told.map(({ title, body }) => `- **${title.vi}.** ${body.vi}<br>**${title.en}.** ${body.en}`), ''].join('\n');

export interface Told {
  readonly text: string;
  readonly played: readonly Played[];
}

/** Every notice that the applicant of each scenario of a shipped package gets, in order, as a person reads them; on each of the stores. */
export async function tellNotices(name: string, stores: readonly Store[]): Promise<readonly Told[]> {
  const head = [`# What an applicant is told: ${name}`, '', 'Every scenario of this shipped procedure, played by the house itself, and each notice that its applicant gets, in order. Written by `node server/testing/write-notices.ts`; tested to be current.', ''];
  return (await playScenarios(new URL(name, packages).pathname, stores)).map((played) => ({ text: [...head, ...played.map(prose)].join('\n'), played }));
}

if (import.meta.main) for (const name of shippedPackages) writeFileSync(noticesOf(name), (await tellNotices(name, [memoryStore()]))[0]!.text);
