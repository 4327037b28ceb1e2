// `npm run conformance [suite …]`: runs the suites that are at hand, and writes what came of them to docs/conformance.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run as dmnTck } from './dmn-tck.ts';
import { run as fbpmn } from './fbpmn.ts';
import { run as miwg } from './miwg.ts';
import { report } from './report.ts';
import { isAtHand, type SuiteResult } from './suite.ts';
import { run as tokenSimulation } from './token-simulation.ts';

const suites: Readonly<Record<string, () => Promise<SuiteResult>>> = { 'token-simulation': tokenSimulation, 'dmn-tck': dmnTck, fbpmn, miwg };
const folder = join(import.meta.dirname, '../../docs/conformance');

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(suites, name));
if (unknown.length > 0) {
  console.error(`expected suites among ${Object.keys(suites).join(', ')}, but got ${unknown.join(', ')}`);
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
for (const [suite, run] of Object.entries(suites)) {
  if (asked.length > 0 && !asked.includes(suite)) continue;
  if (!isAtHand(suite)) {
    console.log(`${suite}: skipped, because its data are not at hand`);
    continue;
  }
  const { total, passed, failures } = await run();
  writeFileSync(join(folder, `${suite}.json`), `${JSON.stringify({ suite, total, passed, failures }, null, 2)}\n`);
  console.log(`${suite}: ${passed} of ${total}`);
  for (const { id, reason } of failures) console.log(`  ${id}: ${reason}`);
}
const results = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as SuiteResult);
writeFileSync(join(folder, 'README.md'), report(results));
