import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';

const folder = new URL('../..', import.meta.url).pathname;

/** A script of ours as a process of its own, and the first line it writes. */
const running = async (script: string): Promise<{ readonly child: ChildProcess; readonly line: string }> => {
  const { TEST_PG_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [told] = (await once(child.stdout!, 'data')) as [Buffer];
  return { child, line: told.toString().trim() };
};

const waitUntil = async (is: () => Promise<boolean>, what: string): Promise<void> => {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await is()) return;
    await new Promise((resolve) => void setTimeout(resolve, 50));
  }
  assert.fail(`expected ${what}`);
};

const answers = (port: number): Promise<boolean> => new Promise((resolve) => {
  const socket = net.connect(port, '127.0.0.1', () => resolve(true));
  socket.once('connect', () => socket.destroy()).once('error', () => resolve(false));
});

const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a process that is told to end', function () {
  this.timeout(120_000);

  it('ends the database that its tests have started', async () => {
    const { child, line } = await running("const { postgresUrl } = await import('./storage/testing/postgres.ts'); console.log(await postgresUrl()); setInterval(() => {}, 1000);");
    const port = Number(new URL(line).port);
    assert.equal(await answers(port), true);
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [143, null]);
    await waitUntil(async () => !(await answers(port)), 'PostgreSQL to end with the process that started it');
  });

  it('ends the server that it has started, as by npm start', async () => {
    const server = "process.once('SIGTERM', () => process.exit(7)); console.log(process.pid); setInterval(() => {}, 1000);";
    const { child, line } = await running(`const { runUntilEnd } = await import('./scripts/setup.mjs'); process.exit(await runUntilEnd(['-e', ${JSON.stringify(server)}]));`);
    assert.equal(lives(Number(line)), true);
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [7, null], 'it is waited for, and its exit code handed on');
    await waitUntil(async () => !lives(Number(line)), 'the server to end with the process that started it');
  });
});
