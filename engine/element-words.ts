import type { Definition, Node } from './definition.ts';

export type WordLanguage = 'vi' | 'en';

/** A node as it is told of: what it is called, and what stands around it. */
export interface Place {
  readonly id: string;
  readonly name: string | undefined;
  /** The engine's word: `userTask`, `exclusiveGateway`. */
  readonly kind: string;
  readonly before: () => readonly Place[];
  readonly after: () => readonly Place[];
}

const words = {
  choice: { vi: 'lựa chọn', en: 'choice' }, split: { vi: 'chỗ tách nhánh', en: 'split' }, join: { vi: 'chỗ gộp nhánh', en: 'join' },
  start: { vi: 'điểm bắt đầu', en: 'start' }, end: { vi: 'điểm kết thúc', en: 'end' }, event: { vi: 'sự kiện', en: 'event' },
  state: { vi: 'trạng thái', en: 'state' }, part: { vi: 'quy trình con', en: 'sub-process' }, step: { vi: 'bước', en: 'step' },
} as const;

const wordOf = ({ kind, after }: Place): keyof typeof words => {
  if (kind.endsWith('Gateway')) return after().length < 2 ? 'join' : kind === 'parallelGateway' ? 'split' : 'choice';
  if (kind === 'startEvent') return 'start';
  if (kind === 'endEvent') return 'end';
  if (kind.endsWith('Event')) return 'event';
  if (kind === 'state') return 'state';
  return /subProcess|transaction/i.test(kind) ? 'part' : 'step';
};

/** The nearest that has a name, the way that `next` leads. */
const nearest = (place: Place, next: (place: Place) => readonly Place[]): string | undefined => {
  const seen = new Set([place.id]);
  const way = [...next(place)];
  for (const one of way) {
    if (seen.has(one.id)) continue;
    seen.add(one.id);
    if (one.name) return one.name;
    way.push(...next(one));
  }
  return undefined;
};

/** What a node is called: by its name, else by what stands before or after it; nothing where nothing around has a name. */
export const knownWords = (place: Place, language: WordLanguage): string | undefined => {
  if (place.name) return place.name;
  const what = words[wordOf(place)][language];
  const [before, after] = [nearest(place, (one) => one.before()), nearest(place, (one) => one.after())];
  if (before !== undefined) return language === 'vi' ? `${what} sau “${before}”` : `the ${what} after “${before}”`;
  if (after !== undefined) return language === 'vi' ? `${what} trước “${after}”` : `the ${what} before “${after}”`;
  return undefined;
};

/** The same where no id may be shown. */
export const placeWords = (place: Place, language: WordLanguage): string =>
  knownWords(place, language) ?? (language === 'vi' ? `${words[wordOf(place)].vi} chưa có tên` : `the ${words[wordOf(place)].en} without a name`);

/** A node of a definition as it is told of, in a language where it has names in both. */
export const placeOf = ({ nodes, flows }: Pick<Definition, 'nodes' | 'flows'>, node: Node, language: WordLanguage): Place => {
  const placed = (id: string | undefined): readonly Place[] => (id !== undefined && nodes[id] ? [placeOf({ nodes, flows }, nodes[id], language)] : []);
  return {
    id: node.id, kind: node.kind, name: (language === 'en' ? node.step.nameEn : undefined) ?? node.name,
    before: () => [...node.incoming.flatMap((flow) => placed(flows[flow]?.source)), ...(node.kind === 'boundaryEvent' ? placed(node.attachedTo) : [])],
    after: () => node.outgoing.flatMap((flow) => placed(flows[flow]?.target)),
  };
};
