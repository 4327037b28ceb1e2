import { readFile, stat } from 'node:fs/promises';
import { NewLayer } from '../api/planning.ts';
import { randomId } from '../compose.ts';
import { faultsOf } from '../http/validate.ts';
import { mostBytes } from '../planning/read-apart.ts';
import { takeLayer } from '../planning/take-layer.ts';
import { textOption, UsageError, type Given, type Run } from './command.ts';
import { reasonOf } from './given-file.ts';
import { openHouse } from './house.ts';

export const run: Run = async (given, terminal) => {
  const [act, path, ...more] = given.positionals;
  if (act !== 'import' || path === undefined || more.length > 0) throw new UsageError(`expected "import" and one file, but got ${given.positionals.map((word) => `"${word}"`).join(' ') || 'nothing'}`);
  const asked = askedIn(given);
  const bytes = await bytesAt(path);
  const { store, now } = await openHouse({}, { existing: true });
  try {
    await store.check();
    const taken = await takeLayer({ store, now, newId: randomId }, bytes, asked, 'system');
    if ('faults' in taken) {
      for (const { path: at, message } of taken.faults) terminal.error(`${at === '' ? path : at}: ${message.en}`);
      return 1;
    }
    if (given.values['json'] === true) terminal.out(JSON.stringify(taken));
    else if (taken.known) terminal.out(`${taken.layer}: this file is there already, as version ${taken.version}.`);
    else terminal.out(`${taken.layer} is taken in as version ${taken.version}: ${taken.features} feature${taken.features === 1 ? '' : 's'}.${taken.leftOut.length === 0 ? '' : ` Left out, as they say nothing here: ${taken.leftOut.join(', ')}.`}`);
    return 0;
  } finally {
    await store.close();
  }
};

function askedIn(given: Given): NewLayer {
  const options = { layer: 'layer', kind: 'kind', title: 'title', titleEn: 'title-en', validFrom: 'valid-from', validTo: 'valid-to', source: 'source', sourceDate: 'source-date' } as const satisfies Partial<Record<keyof NewLayer, string>>;
  const asked = { ...Object.fromEntries(Object.entries(options).flatMap(([name, option]) => {
    const value = textOption(given, option);
    return value === undefined ? [] : [[name, value.normalize('NFC')]];
  })), ...(given.values['sample'] === true ? { sample: 'yes' } : {}) };
  const [fault] = faultsOf(NewLayer, asked, 'en');
  if (fault === undefined) return asked as NewLayer;
  const name = fault.path.slice(1) as keyof typeof options;
  throw new UsageError(`expected --${options[name] ?? name} to fit, but: ${fault.message}`);
}

async function bytesAt(path: string): Promise<Uint8Array> {
  try {
    const facts = await stat(path);
    if (facts.size > mostBytes) throw new UsageError(`expected at most ${mostBytes / 1_000_000} MB in ${path}, but it has ${Math.ceil(facts.size / 1_000_000)}: split it into layers`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`expected a GeoJSON file at ${path}, but ${reasonOf(error)}`);
  }
}
