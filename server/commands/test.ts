import { readFile } from 'node:fs/promises';
import { compileCalendar } from '../../engine/calendar/calendar.ts';
import { readFolder } from '../../procedures/folder.ts';
import { loadPackage } from '../../procedures/load.ts';
import { testPackage, type Coverage } from '../../procedures/test-package.ts';
import { UsageError, type Command } from './command.ts';
import { root } from './house.ts';
import { testCases } from './test-cases.ts';

export const test: Command = {
  name: 'test',
  summary: 'run a package’s scenarios and tell which steps and ways they cover',
  help: 'motcua test PATH [--json]\n\nPATH is a package folder, or a file of JSON test cases of Camunda Process Test, played on the .bpmn files beside it. Exit code 1 when a scenario came out otherwise than expected, 2 when the package cannot be loaded.\n\n  --json  print { "scenarios": [{ "file", "name", "problems" }], "nodes", "flows" }',
  options: { json: { type: 'boolean' } },
  async run({ values, positionals }, terminal) {
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) throw new UsageError('expected one PATH');
    if (path.endsWith('.json')) return testCases(path, values['json'] === true, terminal);
    const files = await readFolder(path);
    const loading = await loadPackage(files);
    if ('findings' in loading) {
      if (values['json'] === true) terminal.out(JSON.stringify({ findings: loading.findings }, null, 2));
      else for (const { file, element, message } of loading.findings) terminal.error(`${file ?? ''} ${element}: ${message}`);
      return 2;
    }
    const calendar = compileCalendar(JSON.parse(await readFile(`${root}/engine/calendar/${loading.package.procedure.calendar}.json`, 'utf8')));
    const result = testPackage(loading.package, files, calendar);
    const failed = result.scenarios.filter(({ problems }) => problems.length > 0);
    if (values['json'] === true) terminal.out(JSON.stringify(result, null, 2));
    else {
      for (const { name, problems } of result.scenarios) terminal.out(`${problems.length === 0 ? '✔' : '✘'} ${name.vi}${problems.map((problem) => `\n    ${problem}`).join('')}`);
      terminal.out(`\n${result.scenarios.length - failed.length} passed, ${failed.length} failed\n${shown('nodes', result.nodes)}\n${shown('flows', result.flows)}`);
    }
    return failed.length > 0 ? 1 : 0;
  },
};

const shown = (what: string, { covered, total, missing }: Coverage): string => `${what}: ${covered} of ${total} covered${missing.length === 0 ? '' : `, without ${missing.join(', ')}`}`;
