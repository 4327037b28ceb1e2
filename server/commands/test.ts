import { readFile, stat } from 'node:fs/promises';
import { compileCalendar } from '../../engine/calendar/calendar.ts';
import { loadPackage } from '../../procedures/load.ts';
import { testPackage } from '../../procedures/test-package.ts';
import { argumentOf, UsageError, type Run } from './command.ts';
import { lineOf, shapesOf } from './finding-line.ts';
import { reasonOf } from './given-file.ts';
import { root } from './house.ts';
import { packageIn } from './package-in.ts';
import { shownCoverage } from './shown-coverage.ts';
import { testCases } from './test-cases.ts';

export const run: Run = async (given, terminal) => {
  const [path, { values }] = [argumentOf(given), given];
  const facts = await stat(path).catch((error: unknown) => {
    throw new UsageError(`expected a package folder or a .json file of test cases at ${path}, but ${reasonOf(error)}`);
  });
  if (facts.isFile() && !path.endsWith('.json')) throw new UsageError(`expected a package folder or a .json file of test cases, but got ${path}`);
  if (facts.isFile()) return testCases(path, values['json'] === true, terminal);
  const files = await packageIn(path);
  const loading = await loadPackage(files);
  if ('findings' in loading) {
    if (values['json'] === true) terminal.out(JSON.stringify({ findings: shapesOf(loading.findings) }, null, 2));
    else for (const finding of loading.findings) terminal.error(lineOf(finding));
    return 2;
  }
  const calendar = compileCalendar(JSON.parse(await readFile(`${root}/engine/calendar/${loading.package.procedure.calendar}.json`, 'utf8')));
  const result = testPackage(loading.package, files, calendar);
  const none = result.scenarios.length === 0;
  const failed = result.scenarios.filter(({ faults }) => faults.length > 0);
  if (values['json'] === true) terminal.out(JSON.stringify({ scenarios: result.scenarios.map(({ file, name, faults }) => ({ file, name, problems: faults.map(({ message }) => message) })), nodes: result.nodes, flows: result.flows }, null, 2));
  else {
    for (const { file, name, faults } of result.scenarios) terminal.out(`${faults.length === 0 ? `✔ ${name.vi}` : `✘ ${name.vi} (${file})`}${faults.map(({ message }) => `\n    ${message}`).join('')}`);
    terminal.out(`\n${result.scenarios.length - failed.length} passed, ${failed.length} failed\n${shownCoverage(result)}`);
  }
  if (none) terminal.error(`Nothing was tested: expected scenarios/*.json in ${path}, but the package has none. Record one: motcua run ${path} --record ${path}/scenarios/NAME.json --input data.json`);
  return none || failed.length > 0 ? 1 : 0;
};
