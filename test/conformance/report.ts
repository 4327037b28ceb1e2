import type { SuiteResult } from './suite.ts';

/** What each suite of others holds, in the order of the table. */
const suites: Readonly<Record<string, string>> = {
  'token-simulation': 'Driver scripts of bpmn-js-token-simulation: the elements that tokens enter and exit, step by step',
  'dmn-tck': 'Technology Compatibility Kit of DMN: the value of each decision',
  fbpmn: 'Models of fbpmn with their verdicts of soundness, messages kept in a bag',
  miwg: 'Reference models of the BPMN Model Interchange Working Group: read and written again without loss',
};

const percent = ({ passed, total }: SuiteResult): string => `${(Math.floor((passed / total) * 1000) / 10).toLocaleString('en')} %`;

/** A reason that many cases share is said once. */
const explained = ({ suite, failures }: SuiteResult): string => {
  const cases = Map.groupBy(failures, ({ reason }) => reason.replaceAll('|', '\\|').replaceAll('\n', ' '));
  return `\n## ${suite}: what fails, and why\n\n| case | reason |\n|---|---|\n${[...cases].map(([reason, all]) => `| ${all.map(({ id }) => id).join('<br>')} | ${reason} |\n`).join('')}`;
};

/** The page that shows the scores, from the results as they are stored. */
export const report = (results: readonly SuiteResult[]): string => {
  const shown = Object.keys(suites).flatMap((suite) => results.find((result) => result.suite === suite) ?? []);
  const rows = shown.map((result) => `| [${result.suite}](${result.suite}.json) | ${suites[result.suite]} | ${result.passed} of ${result.total} | ${percent(result)} |`);
  return [
    '# Conformance', '',
    'Written by `npm run conformance`; do not edit. The data of the suites belong to others and are read where they lie (`MOTCUA_CONFORMANCE`, by default `../shared/conformance`); a suite that is not at hand is skipped, and its last result stays.', '',
    '| suite | what is asked | passed | |', '|---|---|---|---|', ...rows, '',
    'How a suite is driven stands in `test/conformance/<suite>.ts`. Where another engine means something else by the same drawing: [differences](differences.md). Where pictures of the reference models differ from those of other tools: [pictures](pictures.md).', '',
  ].join('\n') + shown.filter(({ failures }) => failures.length > 0).map(explained).join('');
};
