import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Type, { type Static } from 'typebox';

/** What the city was asked for, row by row of the interview it all began with; where it lives, the tests that show it, and what is missing. */
export const Requirements = Type.Array(Type.Object(
  {
    id: Type.String({ pattern: '^[PS][0-9]+[a-e]?$' }),
    asked: Type.String({ minLength: 10 }),
    where: Type.Array(Type.String()),
    shown: Type.Array(Type.Object({ test: Type.String({ pattern: '\\.test\\.ts$' }), case: Type.String({ minLength: 5 }) }, { additionalProperties: false })),
    missing: Type.Optional(Type.String({ minLength: 5 })),
  },
  { additionalProperties: false },
));
export type Requirements = Static<typeof Requirements>;

const docs = join(import.meta.dirname, '../docs');
export const readRequirements = (): unknown => JSON.parse(readFileSync(join(docs, 'requirements.json'), 'utf8'));
export const page = join(docs, 'requirements.md');

const cell = (text: string): string => text.replaceAll('|', '\\|');
const linked = (path: string, text = path): string => `[${text}](../${path})`;

/** The table as people read it. */
export const tableOf = (rows: Requirements): string => [
  '# What the city asked for', '',
  'Each row of the interview with which it began (policy P, systems S): where it lives, the test that shows it, what is missing. Written from `requirements.json` by `node test/requirements.ts`; a test holds every path and test to being there.', '',
  `${rows.filter(({ missing }) => missing === undefined).length} of ${rows.length} rows are whole.`, '',
  '| | asked for | where | shown by | missing |', '|---|---|---|---|---|',
  ...rows.map(({ id, asked, where, shown, missing }) =>
    `| ${id} | ${cell(asked)} | ${where.map((path) => linked(path)).join('<br>')} | ${shown.map(({ test, case: name }) => `${linked(test, test.split('/').at(-1))}: ${cell(name)}`).join('<br>')} | ${cell(missing ?? '')} |`),
  '',
].join('\n');

if (import.meta.main) writeFileSync(page, tableOf(readRequirements() as Requirements));
