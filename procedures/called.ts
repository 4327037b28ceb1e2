import type { DecisionModel } from '../engine/decision/model.ts';
import type { Definition, Node } from '../engine/definition.ts';
import { renamed } from '../engine/renamed.ts';
import type { Form } from '../forms/form.ts';
import type { Description } from './described/description.ts';
import { decisionNamed } from './decision-named.ts';
import type { PackageFiles } from './package-files.ts';
import { calledKeys } from './read-drawn.ts';

/** Finds another procedure as a package with what it calls itself: what is offered, or the version with a number. */
export type FindProcedure = (key: string, version: 'latest' | number) => Promise<PackageFiles | undefined>;

const folder = 'called/';
/** What a caller takes along of a procedure: how it runs. Its letters, registers, fees and limits are the caller's own. */
const taken = /^(procedure\.json|process\.(bpmn|statechart\.json)|(processes|forms|decisions|connectors|called)\/.*)$/;

/**
 * The package with the procedures that it calls in its folder `called/<key>/`, as they are now: so its hash names them too, and a
 * dossier stays with them. What is not found, or is asked for in two versions, is left out; loading then says so.
 */
export async function withCalled(files: PackageFiles, find: FindProcedure): Promise<PackageFiles> {
  const own = new Map([...files].filter(([path]) => !path.startsWith(folder)));
  const whole = new Map(own);
  for (const [key, versions] of await calledKeys(own)) {
    const [version, other] = versions;
    const other_ = version === undefined || other !== undefined ? undefined : await find(key, version);
    for (const [path, content] of takenAlong(other_ ?? new Map())) whole.set(`${folder}${key}/${path}`, content);
  }
  return whole;
}

/** The files that a caller takes along of a package. */
export const takenAlong = <Content>(files: ReadonlyMap<string, Content>): ReadonlyMap<string, Content> => new Map([...files].filter(([path]) => taken.test(path)));

/** The packages in `called/`, by key. */
export function calledPackages<Content>(files: ReadonlyMap<string, Content>): ReadonlyMap<string, ReadonlyMap<string, Content>> {
  const packages = new Map<string, Map<string, Content>>();
  for (const [path, content] of files) {
    const [, key = '', rest = ''] = /^called\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (key !== '') packages.set(key, (packages.get(key) ?? new Map<string, Content>()).set(rest, content));
  }
  return packages;
}

/** What a process needs to run. */
export interface Parts {
  readonly definition: Definition;
  readonly forms: ReadonlyMap<string, Form>;
  readonly decisions: ReadonlyMap<string, DecisionModel>;
  readonly connectors: ReadonlyMap<string, Description>;
}

/** Whether a part comes from a called procedure (underKey). */
export const isOfAnother = (name: string): boolean => name.includes('--');

/** The parts of a called procedure under names that its caller has not: `<key>--<name>`. Keys have no two hyphens in a row. */
export function underKey(key: string, { definition, forms, decisions, connectors }: Parts): Parts {
  const name = (own: string): string => `${key}--${own}`;
  const node = (was: Node): Node => {
    const { form, decision, connector } = was.step;
    return { ...was, step: { ...was.step, ...(form !== undefined && { form: name(form) }), ...(decision !== undefined && { decision: name(inFile(decisions, decision)) }), ...(connector !== undefined && connectors.has(connector) && { connector: name(connector) }) } };
  };
  const { definition: copy } = renamed(definition, name);
  return {
    definition: { ...copy, nodes: Object.fromEntries(Object.entries(copy.nodes).map(([id, was]) => [id, node(was)])) },
    forms: new Map([...forms].map(([id, form]) => [name(id), { ...form, id: name(id) }])),
    decisions: new Map([...decisions].map(([file, model]) => [name(file), model])),
    connectors: new Map([...connectors].map(([own, description]) => [name(own), description])),
  };
}

/** A decision named alone, with the file in which it stands. */
const inFile = (decisions: ReadonlyMap<string, DecisionModel>, reference: string): string => {
  if (reference.includes('#')) return reference;
  const named = decisionNamed(decisions, reference);
  const file = 'failed' in named ? undefined : [...decisions].find(([, model]) => model === named.model)?.[0];
  return file === undefined ? reference : `${file}#${reference}`;
};
