import type { Description } from '../../procedures/described/description.ts';
import { printJson } from '../forms/print-json.ts';
import { freshKey } from '../letters/letter-files.ts';
import { benchNow, edit, takeAway } from '../package/bench.ts';
import { connectorPath } from '../proof/try-connector.ts';

/** The file of a description under another name; as it is written where the name is its own. */
export const underName = (text: string, name: string): string => {
  const description = JSON.parse(text) as Description;
  return description.name === name ? text : printJson({ ...description, name });
};

/** Lays a connector on the bench, under a name that is free; answers the name. */
export function addConnector(packageKey: string, taken: readonly string[], wanted: string, textOf: (name: string) => string): string {
  const name = freshKey(taken, wanted);
  const path = connectorPath(name);
  // one of that name may have been taken away before: then this is its new text
  edit(packageKey, path, textOf(name), benchNow(packageKey).edits.get(path)?.origin ?? '');
  return name;
}

export const removeConnector = (packageKey: string, name: string, text: string): void => takeAway(packageKey, connectorPath(name), text);
