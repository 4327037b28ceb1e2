import { readFile, stat } from 'node:fs/promises';
import { compileCalendar } from '../../engine/calendar/calendar.ts';
import { loadPackage } from '../../procedures/load.ts';
import { testPackage } from '../../procedures/test-package.ts';
import { argumentOf, UsageError, type Command } from './command.ts';
import { lineOf, shapeOf } from './finding-line.ts';
import { reasonOf } from './given-file.ts';
import { root } from './house.ts';
import { packageIn } from './package-in.ts';
import { shownCoverage } from './shown-coverage.ts';
import { testCases } from './test-cases.ts';

export const test: Command = {
  name: 'test',
  summary: 'run a package’s scenarios and tell which steps and ways they cover',
  help: [
    'motcua test PATH [--json]', '', 'PATH is a package folder, or a file of JSON test cases of Camunda Process Test, played on the .bpmn files beside it.', '',
    '  --json  print { "scenarios": [{ "file", "name": { "vi", "en" }, "problems" }], "nodes": { "covered", "total", "missing": [element] }, "flows": the same };',
    '          of test cases { "cases": [{ "name", "problems" }], "nodes", "flows" }; of a package that cannot be loaded { "findings" } as check prints them', '',
    'Exit code 0: all came as expected; 1: something came otherwise; 2: PATH cannot be read or loaded.',
  ].join('\n'),
  takes: { called: 'PATH' },
  options: { json: { type: 'boolean' } },
  async run(given, terminal) {
    const [path, { values }] = [argumentOf(given), given];
    const facts = await stat(path).catch((error: unknown) => {
      throw new UsageError(`expected a package folder or a .json file of test cases at ${path}, but ${reasonOf(error)}`);
    });
    if (facts.isFile() && !path.endsWith('.json')) throw new UsageError(`expected a package folder or a .json file of test cases, but got ${path}`);
    if (facts.isFile()) return testCases(path, values['json'] === true, terminal);
    const files = await packageIn(path);
    const loading = await loadPackage(files);
    if ('findings' in loading) {
      if (values['json'] === true) terminal.out(JSON.stringify({ findings: loading.findings.map(shapeOf) }, null, 2));
      else for (const finding of loading.findings) terminal.error(lineOf(finding));
      return 2;
    }
    const calendar = compileCalendar(JSON.parse(await readFile(`${root}/engine/calendar/${loading.package.procedure.calendar}.json`, 'utf8')));
    const result = testPackage(loading.package, files, calendar);
    const failed = result.scenarios.filter(({ problems }) => problems.length > 0);
    if (values['json'] === true) terminal.out(JSON.stringify(result, null, 2));
    else {
      for (const { name, problems } of result.scenarios) terminal.out(`${problems.length === 0 ? '✔' : '✘'} ${name.vi}${problems.map((problem) => `\n    ${problem}`).join('')}`);
      terminal.out(`\n${result.scenarios.length - failed.length} passed, ${failed.length} failed\n${shownCoverage(result)}`);
    }
    return failed.length > 0 ? 1 : 0;
  },
};
