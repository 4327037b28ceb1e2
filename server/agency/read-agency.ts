import { readFileSync } from 'node:fs';
import { jsonFault } from '../../engine/json-fault.ts';
import { faultsOf } from '../http/validate.ts';
import { AgencyFile } from './agency-file.ts';
import { contrast } from './contrast.ts';

/** The paper that the pages are printed on, light and dark (ui/tokens.css). */
const papers = { light: { paper: '#fbf9f4', onAction: '#ffffff', ink: '#1d1b18' }, dark: { paper: '#171614', onAction: '#062625', ink: '#f4f0e8' } } as const;
const readable = 4.5;

/** The agency's app from its file; throws with what is wrong and where. */
export function readAgency(path: string): AgencyFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`expected the agency's file at ${path}, but ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is none' : (error as Error).message}`, { cause: error });
  }
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw new Error(`expected JSON in ${path}, but ${jsonFault(text) ?? (error as Error).message}`, { cause: error });
  }
  const [fault] = faultsOf(AgencyFile, file, 'en');
  if (fault !== undefined) throw new Error(`expected ${path} to be the file of an agency, but ${fault.path}: ${fault.message}`);
  const agency = file as AgencyFile;
  for (const mode of ['light', 'dark'] as const) {
    const colours = agency.colours?.[mode];
    if (colours === undefined) continue;
    const { paper, onAction, ink } = papers[mode];
    for (const [what, one, other] of [['action', colours.action, paper], ['strong', colours.strong, paper], ['action under its own text', colours.action, onAction], ['tint under text', colours.tint, ink], ['action on tint', colours.action, colours.tint]] as const) {
      const found = contrast(one, other);
      if (found < readable) throw new Error(`expected the ${mode} colours of ${path} to be readable, but ${what} has a contrast of ${found.toFixed(1)} (at least ${readable})`);
    }
  }
  return agency;
}
