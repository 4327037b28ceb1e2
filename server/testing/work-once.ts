/** A process that does one round of the machine's work over a SQLite file: `node work-once.ts FILE SYSTEMS INSTANT`. For tests that end it in the middle. */
import { tmpdir } from 'node:os';
import { memoryFiles } from '../../storage/files/memory.ts';
import { sqliteStore } from '../../storage/stores/sqlite.ts';
import { compose } from '../compose.ts';
import { readConfiguration } from '../configuration.ts';
import type { Systems } from '../outside/systems.ts';

const [, , file = '', systems = '', at = ''] = process.argv;
const store = sqliteStore(file);
const configuration = { ...readConfiguration({}, tmpdir()), sample: true, systems: JSON.parse(systems) as Systems };
await compose({ configuration, store, files: memoryFiles(), log: () => undefined, now: () => at }).runtime.work({ only: 'connectors' });
await store.close();
