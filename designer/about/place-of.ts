import type { Procedure } from '../../procedures/procedure.ts';
import { unsourced } from '../../procedures/template-words.ts';
import { readProcedure } from './read-procedure.ts';

/** The parts of the page, in its order. */
export const aboutParts = ['naming', 'service', 'codes', 'law', 'held', 'conflicts', 'papers', 'registers', 'roles', 'notices', 'look-ups', 'outside', 'parameters', 'sheet'] as const;
export type AboutPart = (typeof aboutParts)[number];

/** Where something is mended: the part of the page, and in it the field or row, by its id. */
export interface AboutPlace {
  readonly part: AboutPart;
  readonly id: string;
}

const at = (part: AboutPart, id: string = partId(part)): AboutPlace => ({ part, id });
export const partId = (part: AboutPart): string => `about-${part}`;

const fixed: Readonly<Record<string, AboutPlace>> = {
  summary: at('naming', 'about-summary-vi'), sector: at('naming', 'about-sector-vi'),
  timeLimit: at('service', 'about-limit-0'), agency: at('service', 'about-place'), channels: at('service'), subject: at('service', 'about-subject'), 'delivery.method': at('service'),
  legalBasis: at('law'), codes: at('codes'), lookUps: at('look-ups'), parameters: at('parameters'), roles: at('roles'),
};
const prefixed: readonly (readonly [prefix: string, part: AboutPart])[] = [['notices.', 'notices'], ['outside.', 'outside'], ['sheet.', 'sheet'], ['letters', 'held']];

/** Where a finding about `procedure.json` is mended; nothing where no field of the page says it. Of statements without a source the first leads, until none is left. */
export function placeOf(procedure: Procedure, element: string): AboutPlace | undefined {
  const { legalBasis, components } = procedure;
  const law = legalBasis.findIndex(({ id }) => id === element);
  if (law >= 0) return at('law', `law-${law}-title-vi`);
  const paper = components.findIndex(({ code }) => code === element);
  if (paper >= 0) return at('papers', `paper-${paper}-source`);
  if (element === 'source') return sources(procedure).find(({ source }) => unsourced.test(source))?.place;
  const known = Object.hasOwn(fixed, element) ? fixed[element] : undefined;
  if (known) return known;
  const part = prefixed.find(([prefix]) => element.startsWith(prefix))?.[1];
  return part && at(part);
}

/** `#law-0-title-vi`: the same for an address; nothing where there is no such place, or the text cannot be read. */
export function aboutHash(source: string | undefined, element: string): string {
  const reading = readProcedure(source ?? '');
  const place = 'procedure' in reading ? placeOf(reading.procedure, element) : undefined;
  return place ? `#${place.id}` : '';
}

/** Every statement that says its source on the page, in its order. */
function sources({ agency, timeLimit, onlineLevel, retention, codes, legalBasis, components, registers }: Procedure): readonly { readonly source: string; readonly place: AboutPlace }[] {
  const listed = (part: AboutPart, row: string, all: readonly { readonly source: string }[]) => all.map(({ source }, index) => ({ source, place: at(part, `${row}-${index}-source`) }));
  return [
    ...listed('service', 'about-limit', timeLimit), { source: agency.source, place: at('service', 'about-agency-source') },
    { source: onlineLevel.source, place: at('service', 'about-online-source') }, { source: retention.source, place: at('service', 'about-retention-source') },
    ...listed('codes', 'code', codes), ...listed('law', 'law', legalBasis), ...listed('papers', 'paper', components),
    ...Object.entries(registers).map(([key, { source }]) => ({ source, place: at('registers', `register-${key}-source`) })),
  ];
}
