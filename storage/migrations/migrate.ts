import type { Knex } from 'knex';
import type { Dialect, Migration } from './migration.ts';
import { people } from './0001_people.ts';
import { procedures } from './0002_procedures.ts';
import { dossiers } from './0003_dossiers.ts';
import { work } from './0004_work.ts';
import { papers } from './0005_papers.ts';
import { notes } from './0006_notes.ts';
import { live } from './0007_live.ts';
import { readings } from './0008_readings.ts';
import { programs } from './0009_programs.ts';
import { notesOfTransfers } from './0010_notes_of_transfers.ts';
import { openSteps } from './0011_open_steps.ts';
import { waiting } from './0012_waiting.ts';
import { due } from './0013_due.ts';
import { houseLog } from './0014_house_log.ts';
import { office } from './0015_office.ts';
import { newest } from './0016_newest.ts';
import { offeredFrom } from './0017_offered_from.ts';
import { startTurns } from './0018_start_turns.ts';
import { signals } from './0019_signals.ts';
import { failedWords } from './0020_failed_words.ts';
import { listed } from './0021_listed.ts';
import { mended } from './0022_mended.ts';
import { planning } from './0023_planning.ts';
import { figures } from './0024_figures.ts';
import { postings } from './0025_postings.ts';
import { alerts } from './0026_alerts.ts';
import { watches } from './0027_watches.ts';
import { spots } from './0028_spots.ts';
import { begun } from './0029_begun.ts';
import { duty } from './0030_duty.ts';
import { begunBy } from './0031_begun_by.ts';
import { areas } from './0032_areas.ts';
import { described } from './0033_described.ts';
import { messageChoices } from './0034_message_choices.ts';
import { purposes } from './0035_purposes.ts';
import { levelDelegations } from './0036_level_delegations.ts';
import { oddNotices } from './0037_odd_notices.ts';
import { intakes } from './0038_intakes.ts';
import { unitSettings } from './0039_unit_settings.ts';
import { pushes } from './0040_pushes.ts';
import { money } from './0041_money.ts';
import { householdPersons } from './0042_household_persons.ts';
import { goWithAccount } from './0043_go_with_account.ts';
import { addedRoles } from './0044_roles.ts';
import { startConditions } from './0045_start_conditions.ts';

/** In order, and never changed once released. */
const MIGRATIONS: readonly Migration[] = [people, procedures, dossiers, work, papers, notes, live, readings, programs, notesOfTransfers, openSteps, waiting, due, houseLog, office, newest, offeredFrom, startTurns, signals, failedWords, listed, mended, planning, figures, postings, alerts, watches, spots, begun, duty, begunBy, areas, described, messageChoices, purposes, levelDelegations, oddNotices, intakes, unitSettings, pushes, money, householdPersons, goWithAccount, addedRoles, startConditions];

/**
 * Runs what has not run yet and answers whether there was anything, all in one transaction: a process killed in the middle leaves the old schema, and no lock.
 * (knex's own migrator keeps its lock in a row, which a killed process leaves behind.)
 */
export async function migrate(knex: Knex, dialect: Dialect): Promise<boolean> {
  return knex.transaction(async (trx) => {
    if (dialect === 'postgres') await trx.raw('select pg_advisory_xact_lock(7165482)');
    await trx.raw(`create table if not exists schema_migrations (name text primary key)${dialect === 'sqlite' ? ' strict' : ''}`);
    const found = await pending(trx);
    for (const migration of found) {
      for (const statement of migration.statements) await trx.raw(spoken(statement, dialect));
      await trx('schema_migrations').insert({ name: migration.name });
    }
    return found.length > 0;
  });
}

/** Names of what has not run yet; refuses a database that is newer than this program. */
export async function pendingMigrations(knex: Knex): Promise<string[]> {
  if (!(await knex.schema.hasTable('schema_migrations'))) return MIGRATIONS.map(({ name }) => name);
  return (await pending(knex)).map(({ name }) => name);
}

async function pending(knex: Knex): Promise<Migration[]> {
  const done = new Set(((await knex('schema_migrations').select('name')) as { name: string }[]).map(({ name }) => name));
  const unknown = [...done].filter((name) => !MIGRATIONS.some((migration) => migration.name === name));
  if (unknown.length > 0) throw new Error(`expected a schema this program knows, but the database has run ${unknown.join(', ')}; use a newer program`);
  return MIGRATIONS.filter(({ name }) => !done.has(name));
}

/**
 * Migrations are written for SQLite. On PostgreSQL numbers get 64 bits, and text sorts and compares by its bytes,
 * whatever the database's language is, so that both give the same order.
 */
function spoken(statement: string, dialect: Dialect): string {
  if (dialect === 'sqlite') return statement.startsWith('create table') ? `${statement} strict` : statement;
  return statement.replaceAll(/\binteger\b/g, 'bigint').replaceAll(/\btext\b/g, 'text collate "C"');
}
