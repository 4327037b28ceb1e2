import { processFileOf } from '../../procedures/process-path.ts';
import type { Texts } from '../proof/read-package.ts';
import { readDefinition } from '../review/read-definition.ts';

/** A step that asks for a connector. */
export interface Asker {
  readonly id: string;
  readonly name: string;
  readonly connector: string;
  /** Whether it stands in the process that is drawn, and not in one that is called. */
  readonly isDrawn: boolean;
}

/** The steps of a package that ask for a connector, in its own process and in those beside it; nothing while one of them cannot be read. */
export async function askersOf(texts: Texts): Promise<readonly Asker[] | undefined> {
  const drawn = processFileOf(new Map(Object.entries(texts)));
  const paths = [drawn, ...Object.keys(texts).filter((path) => /^processes\/[^/]+\.bpmn$/.test(path))];
  const read = await Promise.all(paths.map(async (path) => ({ path, definition: await readDefinition(path, texts[path] ?? '', { sketch: true }) })));
  if (read.some(({ definition }) => definition === undefined)) return undefined;
  return read.flatMap(({ path, definition }) => Object.values(definition?.nodes ?? {}).flatMap(({ id, name = id, step: { connector } }) => (connector === undefined ? [] : [{ id, name, connector, isDrawn: path === drawn }])));
}
