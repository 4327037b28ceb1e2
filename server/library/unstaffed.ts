import { placeOf, placeWords } from '../../engine/element-words.ts';
import { stepRoles } from '../../engine/step-roles.ts';
import { stepUnit, writtenId, type StepUnit } from '../../engine/step-unit.ts';
import type { Finding } from '../../procedures/finding.ts';
import type { LoadedProcedure } from '../../procedures/loaded.ts';
import type { OwnRole } from '../../procedures/own-role.ts';
import { roleName } from '../../procedures/role.ts';
import { nearestAmong } from '../../runtime/nearest-unit.ts';
import type { Transaction } from '../../storage/store.ts';
import type { UnitRow } from '../../storage/tables/units.ts';
import { competentUnits, counterOf } from '../forms/competent-units.ts';
import { competentKinds } from './competent-kinds.ts';

/** A step that people do: in which roles, and whose people: of the competent unit, the receiving one, one of a kind, or one whose id an expression gives. */
export interface Performer {
  readonly element: string;
  /** What the step is called. */
  readonly called: { readonly vi: string; readonly en: string };
  readonly roles: readonly string[];
  readonly unit: StepUnit;
}

/** Who does the steps of a procedure, and the kinds of the units that may be competent, where its rule lists them. */
export interface Staff {
  readonly performers: readonly Performer[];
  readonly kinds?: readonly string[];
  /** Kinds of the units in which people begin its dossiers themselves: any unit of them has those that it begins. */
  readonly beginsIn?: readonly string[];
  /** Roles that the procedure adds to the standard ones. */
  readonly added?: Readonly<Record<string, OwnRole>>;
}

/** The applicant is left out. */
export function staffOf({ definition, decisions, procedure }: LoadedProcedure): Staff {
  const performers = Object.values(definition.nodes).flatMap((node): Performer[] => {
    const { id, step } = node;
    const roles = stepRoles(step);
    const called = { vi: placeWords(placeOf(definition, node, 'vi'), 'vi'), en: placeWords(placeOf(definition, node, 'en'), 'en') };
    return roles.length === 0 || roles.includes('applicant') ? [] : [{ element: id, called, roles, unit: stepUnit(step.unit) }];
  });
  const kinds = competentKinds({ decisions, procedure });
  return { performers, ...(kinds && { kinds }), ...(procedure.beginsIn && { beginsIn: procedure.beginsIn }), ...(procedure.roles && { added: procedure.roles }) };
}

/**
 * Steps that reach nobody at that instant: an error where no unit that may have the step has anybody for it, and one warning that
 * names the competent units which lack somebody while others do not.
 */
export async function unstaffed(tx: Transaction, { performers, kinds, beginsIn, added }: Staff, at: string): Promise<readonly Finding[]> {
  const all = await tx.units.find({}, { order: [['id', 'asc']] });
  const units = all.filter(({ validFrom, validTo }) => validFrom <= at && (validTo === null || validTo > at));
  const competent = beginsIn ? units.filter(({ kind }) => beginsIn.includes(kind)) : kinds && competentUnits(units, kinds);
  const held = await holdings(tx, [...new Set(performers.flatMap(({ roles }) => roles))], at);
  const rolesIn: RoleWords = (codes, language) => codes.map((code) => roleName(code, added)[language]).join(or[language]);
  const findings: Finding[] = [];
  const partly = new Map<UnitRow, Set<string>>();
  let first: string | undefined;
  for (const { element, called, roles, unit } of performers) {
    const places = placesOf(unit, { all, units, competent });
    if (!places || places.length === 0) {
      if (!roles.some((role) => held.has(role))) findings.push(nobody(element, called, (language) => rolesIn(roles, language), []));
      continue;
    }
    const lacking = places.filter(({ id }) => !roles.some((role) => held.get(role)?.has(id)));
    if (lacking.length === places.length) findings.push(nobody(element, called, (language) => rolesIn(roles, language), places));
    else if (lacking.length > 0) {
      first ??= element;
      for (const place of lacking) partly.set(place, (partly.get(place) ?? new Set()).add(roles.join()));
    }
  }
  return first === undefined ? findings : [...findings, someLack(first, partly, rolesIn)];
}

interface Tree {
  /** Of all times, since what stands between two units may have ended. */
  readonly all: readonly UnitRow[];
  readonly units: readonly UnitRow[];
  readonly competent: readonly UnitRow[] | undefined;
}

/** The units that may have a step, as the runtime finds them; undefined where nobody knows. A unit that does not exist has no step: the competent one has it. */
function placesOf(unit: StepUnit, { all, units, competent }: Tree): readonly UnitRow[] | undefined {
  if (unit === 'competent') return competent;
  if (unit === 'receiving') return competent?.map((each) => counterOf(units, each));
  if ('kind' in unit) {
    const ofKind = units.filter(({ kind }) => kind === unit.kind);
    const parents = new Map(all.map(({ id, parentId }) => [id, parentId]));
    return competent && [...new Set(competent.map((each) => nearestAmong(ofKind, wayUp(each.id, parents)) ?? each))];
  }
  const id = writtenId(unit.expression);
  const named = units.filter((each) => each.id === id);
  return id === undefined ? undefined : named.length > 0 ? named : competent;
}

const wayUp = (id: string, parents: ReadonlyMap<string, string | null>): readonly string[] => {
  const way: string[] = [];
  for (let above: string | null = id; above !== null; above = parents.get(above) ?? null) way.push(above);
  return way;
};

/** By role, the units in which somebody active holds it. */
async function holdings(tx: Transaction, roles: readonly string[], at: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const held = await tx.roleAssignments.find({ role: { in: roles }, validFrom: { lte: at }, any: [{ validTo: null }, { validTo: { gt: at } }] });
  const active = new Set((await tx.accounts.find({ id: { in: [...new Set(held.map(({ accountId }) => accountId))] }, active: true })).map(({ id }) => id));
  const found = new Map<string, Set<string>>();
  for (const { role, unitId, accountId } of held) if (active.has(accountId)) found.set(role, (found.get(role) ?? new Set()).add(unitId));
  return found;
}

type Language = 'vi' | 'en';
const or = { vi: ' hoặc ', en: ' or ' };
/** What roles are called, any of which will do. */
type RoleWords = (codes: readonly string[], language: Language) => string;

const mostNamed = 3;
const listed = (all: readonly string[], more: (count: number) => string, between = ', '): string =>
  [...all.slice(0, mostNamed), ...(all.length > mostNamed ? [more(all.length - mostNamed)] : [])].join(between);

const nobody = (element: string, called: Performer['called'], role: (language: Language) => string, places: readonly UnitRow[]): Finding => {
  const names = (language: Language): readonly string[] => places.map(({ name }) => name[language]);
  return {
    rule: 'role-unstaffed', severity: 'error', element,
    message: `expected somebody to hold the role ${role('en')} of step “${called.en}” (${element})${places.length === 0 ? ' in some unit' : ` in ${listed(names('en'), (count) => `${count} more`)}`}, but nobody does: the step would wait for ever`,
    messageVi: `chưa ai giữ vai trò ${role('vi')} của bước “${called.vi}”${places.length === 0 ? ' ở đơn vị nào' : ` ở ${listed(names('vi'), (count) => `${count} đơn vị khác`)}`}: bước này sẽ không có người làm`,
  };
};

/** The units that lack most come first. */
const someLack = (element: string, partly: ReadonlyMap<UnitRow, ReadonlySet<string>>, rolesIn: RoleWords): Finding => {
  const units = [...partly].toSorted(([, one], [, other]) => other.size - one.size);
  const lacks = (language: Language): readonly string[] => units.map(([{ name }, roles]) => `${name[language]} (${[...roles].map((each) => rolesIn(each.split(','), language)).join(', ')})`);
  return {
    rule: 'role-unstaffed', severity: 'warning', element,
    message: `expected every competent unit to have people for all steps, but nobody holds the role in ${listed(lacks('en'), (count) => `${count} more units`, '; ')}: dossiers of these units would wait for ever`,
    messageVi: `có đơn vị có thẩm quyền còn thiếu người: ${listed(lacks('vi'), (count) => `và ${count} đơn vị khác`, '; ')}; hồ sơ của các đơn vị này sẽ không có người làm`,
  };
};
