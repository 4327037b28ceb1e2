import { RecordProof } from '../api/dossier.ts';
import { compose } from '../compose.ts';
import { faultsOf } from '../http/validate.ts';
import { textOption, UsageError, type Run } from './command.ts';
import { givenJson } from './given-file.ts';
import { openHouse } from './house.ts';
import { checkRecord } from './record-check.ts';

interface Said { readonly dossier: string; readonly entries: number; readonly faults: readonly { readonly check: string; readonly message: string }[] }

export const run: Run = async (given, terminal) => {
  const record = textOption(given, 'record');
  const said = record === undefined ? await fromDatabase(given.positionals) : [checkRecord(await recordIn(record, given.positionals))];
  if (given.values['json'] === true) terminal.out(JSON.stringify({ dossiers: said }, null, 2));
  else for (const { dossier, entries, faults } of said) terminal.out(`${faults.length === 0 ? '✔' : '✘'} ${dossier}: ${entries} entries${faults.map(({ check, message }) => `\n    ${check}: ${message}`).join('')}`);
  return said.some(({ faults }) => faults.length > 0) ? 1 : 0;
};

async function recordIn(path: string, codes: readonly string[]): Promise<RecordProof> {
  if (codes.length > 0) throw new UsageError(`expected --record FILE or codes of dossiers, but got both`);
  const value = await givenJson(path);
  const [fault] = faultsOf(RecordProof, value, 'en');
  if (fault !== undefined) throw new UsageError(`expected ${path} to hold a record as it was downloaded (GET /api/dossiers/:id/record), but ${fault.path || 'the whole'} is wrong: ${fault.message}`);
  return value as unknown as RecordProof;
}

async function fromDatabase(codes: readonly string[]): Promise<Said[]> {
  const world = await openHouse({}, { existing: true });
  try {
    const { store, runtime } = compose(world);
    await store.check();
    const rows = await store.read((tx) => tx.dossiers.find(codes.length === 0 ? {} : { code: { in: codes } }, { order: [['code', 'asc']] }));
    const said: Said[] = codes.filter((code) => rows.every((row) => row.code !== code)).map((code) => ({ dossier: code, entries: 0, faults: [{ check: 'rows', message: 'expected a dossier with this code, but there is none' }] }));
    for (const { id, code } of rows) {
      const { entries, faults } = await runtime.verify(id);
      said.push({ dossier: code, entries, faults: faults.map(({ check, message }) => ({ check, message })) });
    }
    return said;
  } finally {
    await world.store.close();
  }
}
