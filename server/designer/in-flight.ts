import type { Node } from '../../engine/definition.ts';
import { loadPackage } from '../../procedures/load.ts';
import type { PackageFiles } from '../../procedures/package-files.ts';
import type { RunnableProcedure } from '../../runtime/procedure.ts';
import { gravity, needOf, verdictOn, type Flown, type TransferVerdict, type Versions } from '../../runtime/transfer/verdict.ts';
import type { TransferReason as Reason } from '../../storage/tables/transfers.ts';
import type { InFlight } from '../api/in-flight.ts';
import type { Language } from '../http/language.ts';
import { runnable } from '../library/runnable.ts';
import { formAsked, placeName, reasonView } from '../views/transfer-reason.ts';

export interface InFlightJob {
  readonly work: 'in-flight';
  readonly files: PackageFiles;
  /** The versions that the dossiers run on, by hash. */
  readonly versions: Readonly<Record<string, PackageFiles>>;
  readonly mapping: Readonly<Record<string, string>>;
  readonly at: string;
  readonly language: Language;
  readonly dossiers: readonly { readonly hash: string; readonly flown: Flown }[];
}

type Group = Omit<InFlight['groups'][number], 'dossiers' | 'version'> & { readonly hash: string; /** Which of the job's dossiers. */ readonly members: readonly number[] };

/** What would become of the dossiers of a job, those alike together, the gravest first. `hash` is the name that the package would be published under. */
export interface FoundInFlight extends Pick<InFlight, 'usable' | 'hash' | 'safe' | 'clerk' | 'citizen' | 'cannot' | 'places' | 'gone' | 'targets'> {
  readonly groups: readonly Group[];
}

export const notUsable: FoundInFlight = { usable: false, hash: null, safe: 0, clerk: 0, citizen: 0, cannot: 0, places: [], groups: [], gone: [], targets: [] };

const unreadable: TransferVerdict = { verdict: 'cannot', able: false, reasons: [{ code: 'unreadable', element: '', message: 'expected the version of the dossier to be readable, but it is not' }] };

/** Looks at each dossier as the dry run of a transfer would after publishing. Nothing is changed. */
export async function inFlight({ files, versions, mapping, at, language, dossiers }: InFlightJob): Promise<FoundInFlight> {
  const read = async (content: PackageFiles) => {
    const loading = await loadPackage(content);
    return 'package' in loading ? { form: loading.package.procedure.forms.application, ...runnable(loading.package, loading.package.hash, { now: () => at, systems: {} }) } : undefined;
  };
  const target = await read(files);
  if (target === undefined) return notUsable;
  const formers = new Map<string, RunnableProcedure>();
  for (const [hash, content] of Object.entries(versions)) {
    const former = await read(content);
    if (former !== undefined) formers.set(hash, former);
  }
  const counts = { safe: 0, clerk: 0, citizen: 0, cannot: 0 };
  const places = new Map<string, { readonly name: InFlight['places'][number]['name']; count: number }>();
  const groups = new Map<string, Group & { members: number[] }>();
  const gone = new Map<string, Node>();
  for (const [index, { hash, flown }] of dossiers.entries()) {
    const former = formers.get(hash);
    const between: Versions | undefined = former && { former, target, mapping: placed(mapping, former, target) };
    const { verdict, able, reasons } = between === undefined ? unreadable : verdictOn(flown, between, at);
    counts[verdict] += 1;
    const stands = [...new Set(flown.dossier.progress.tokens.filter(({ wait }) => wait.on !== 'scope').map(({ at: node }) => node))].toSorted();
    const standing = stands.map((node) => ({ node, name: placeName(former?.definition, node) ?? { vi: node, en: node } }));
    for (const { node, name } of standing) places.set(node, { name, count: (places.get(node)?.count ?? 0) + 1 });
    for (const { code, element } of reasons) if (code === 'gone' && former?.definition.nodes[element]) gone.set(element, former.definition.nodes[element]);
    for (const id of Object.keys(mapping)) if (former?.definition.nodes[id]) gone.set(id, former.definition.nodes[id]);
    const said = reasons.map((reason) => ({ ...reasonView(general(reason), { former, target, mapping }, language), need: needOf(reason), file: fileOf(reason, { target, mapping }) }));
    const key = JSON.stringify([hash, stands, verdict, able, said]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { hash, at: standing, verdict, able, count: 1, reasons: said, members: [index] });
    else groups.set(key, { ...group, count: group.count + 1, members: [...group.members, index] });
  }
  const isNew = ({ id }: Node) => [...formers.values()].some(({ definition }) => !Object.hasOwn(definition.nodes, id));
  const choice = (definition: RunnableProcedure['definition']) => ({ id, kind }: Node) => ({ id, kind, name: placeName(definition, id) ?? { vi: id, en: id } });
  return {
    usable: true, hash: target.hash, ...counts,
    places: [...places].map(([node, place]) => ({ node, ...place })).toSorted((one, other) => other.count - one.count || one.node.localeCompare(other.node)),
    groups: [...groups.values()].toSorted((one, other) => gravity(one.verdict) - gravity(other.verdict) || other.count - one.count),
    gone: [...gone.values()].map((node) => choice([...formers.values()].find(({ definition }) => definition.nodes[node.id] === node)!.definition)(node)),
    targets: Object.values(target.definition.nodes).filter(isNew).map(choice(target.definition)),
  };
}

/** What of a plan means something for this version; dossiers of several are looked at together. */
function placed(mapping: InFlightJob['mapping'], former: RunnableProcedure, target: RunnableProcedure): InFlightJob['mapping'] {
  const knows = ({ definition: { nodes, flows } }: RunnableProcedure, id: string) => Object.hasOwn(nodes, id) || Object.hasOwn(flows, id);
  return Object.fromEntries(Object.entries(mapping).filter(([was, now]) => knows(former, was) && knows(target, now)));
}

/** A reason as all of a group share it: what the engine says of one dossier may name a person or what they answered. */
const general = (reason: Reason): Reason => (reason.field === undefined ? { ...reason, message: '' } : { ...reason, field: reason.field.replaceAll(/\.\d+(?=\.|$)/g, '[]'), element: reason.code === 'application' ? '' : reason.element });

/** The file of the draft in which what makes the reason is written; null for the process. */
function fileOf(reason: Reason, { target, mapping }: { readonly target: RunnableProcedure & { readonly form: string }; readonly mapping: InFlightJob['mapping'] }): string | null {
  if (reason.code === 'due') return 'procedure.json';
  if (reason.code !== 'application' && reason.code !== 'answered' && reason.code !== 'in-hand') return null;
  const form = formAsked(reason, { former: undefined, target, mapping });
  return form === undefined ? null : `forms/${form === 'application' ? target.form : form}.json`;
}
