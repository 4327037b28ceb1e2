import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AgencyFile } from './agency-file.ts';
import { readAgency } from './read-agency.ts';

/** The apps of the agencies that one installation serves, by the host that a browser asked. */
export interface Agencies {
  /** Of every host that no agency names. */
  readonly usual: AgencyFile;
  readonly at: (host: string) => AgencyFile;
}

/** From one file, or from every .json file of a folder: one without `hosts`, and each host in one file only. Throws with what is wrong and where. */
export function readAgencies(path: string): Agencies {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const files = isFolder ? readdirSync(path).filter((name) => name.endsWith('.json')).toSorted().map((name) => join(path, name)) : [path];
  const read = files.map((file) => ({ file, agency: readAgency(file) }));
  const usual = read.filter(({ agency }) => agency.hosts === undefined);
  if (isFolder && usual.length !== 1) throw new Error(`expected one file in ${path} without "hosts", for every other host, but there are ${usual.length}${usual.length === 0 ? '' : `: ${usual.map(({ file }) => file).join(', ')}`}`);
  const byHost = new Map<string, AgencyFile>();
  for (const { file, agency } of read) {
    for (const host of agency.hosts ?? []) {
      if (byHost.has(host)) throw new Error(`expected each host in one file of ${path}, but ${file} names "${host}" again`);
      byHost.set(host, agency);
    }
  }
  const [other] = usual.length > 0 ? usual : read;
  return { usual: other!.agency, at: (host) => byHost.get(host.toLowerCase()) ?? other!.agency };
}
