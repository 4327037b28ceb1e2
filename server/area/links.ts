import { valueAt } from '../../forms/field-path.ts';
import type { Data } from '../../engine/state.ts';
import type { DossierLink } from '../../runtime/command.ts';
import type { Transaction } from '../../storage/store.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { Actor } from '../access/actor.ts';
import { dossierScope } from '../access/scope.ts';
import type { DossierPlace } from '../api/area.ts';
import type { FieldProblem } from '../api/problem.ts';
import type { Language } from '../http/language.ts';
import type { Package } from '../library/package.ts';
import { areaScope, householdScope } from './scope.ts';

const most = 50;

const missing = {
  area: { vi: 'Không có khu vực này trong sổ.', en: 'There is no such area in the register.' },
  household: { vi: 'Không có hộ mang mã này trong sổ của đơn vị bạn.', en: 'No household of your unit’s register has this code.' },
  dossier: { vi: 'Không có hồ sơ mang mã này trong những hồ sơ bạn xem được.', en: 'No dossier that you may read has this code.' },
} as const;

/** What an application says that it is about: an area by its id, households and dossiers by their code; only what the actor may read. */
export async function linksIn(tx: Transaction, actor: Actor, { procedure }: Package, application: Data, language: Language): Promise<{ readonly links: readonly DossierLink[]; readonly errors: readonly FieldProblem[] }> {
  const links: DossierLink[] = [];
  const errors: FieldProblem[] = [];
  for (const { kind, question } of procedure.links ?? []) {
    const value = valueAt(application, question);
    if (typeof value !== 'string' || value.trim() === '') continue;
    const target = await find(tx, actor, kind, value.trim());
    if (target === undefined) errors.push({ path: `data.${question}`, message: missing[kind][language] });
    else links.push({ kind, target });
  }
  return { links, errors };
}

async function find(tx: Transaction, actor: Actor, kind: DossierLink['kind'], said: string): Promise<string | undefined> {
  if (kind === 'area') return (await tx.areas.first({ all: [await areaScope(tx, actor), { id: said }] }))?.id;
  if (kind === 'household') return (await tx.households.first({ all: [householdScope(actor), { code: said }] }, { order: [['id', 'asc']] }))?.id;
  return (await tx.dossiers.first({ all: [dossierScope(actor), { code: said }] }))?.id;
}

/** Dossiers that are about something, of those that the actor may read; the newest first. */
export async function linkedWork(tx: Transaction, actor: Actor, kind: DossierLink['kind'], target: string): Promise<DossierRow[]> {
  const links = await tx.dossierLinks.find({ kind, target }, { limit: 1000 });
  return links.length === 0 ? [] : tx.dossiers.find({ all: [dossierScope(actor), { id: { in: links.map(({ dossierId }) => dossierId) } }] }, { order: [['submittedAt', 'desc'], ['id', 'asc']], limit: most });
}

/** What a dossier is about, of what the actor may read. */
export async function aboutOf(tx: Transaction, actor: Actor, dossierId: string): Promise<DossierPlace['about']> {
  const links = await tx.dossierLinks.find({ dossierId });
  const targets = (kind: DossierLink['kind']) => ({ in: links.flatMap((link) => (link.kind === kind ? [link.target] : [])) });
  const areas = await tx.areas.find({ all: [await areaScope(tx, actor), { id: targets('area') }] });
  const households = await tx.households.find({ all: [householdScope(actor), { id: targets('household') }] });
  const dossiers = await tx.dossiers.find({ all: [dossierScope(actor), { id: targets('dossier') }] });
  return [
    ...areas.map(({ id, code, name }) => ({ kind: 'area' as const, id, name: { vi: `${code} – ${name.vi}`, en: `${code} – ${name.en}` } })),
    ...households.map(({ id, code, address }) => ({ kind: 'household' as const, id, name: { vi: `${code} – ${address}`, en: `${code} – ${address}` } })),
    ...dossiers.map(({ id, code, subject }) => ({ kind: 'dossier' as const, id, name: { vi: `${code} ${subject}`.trim(), en: `${code} ${subject}`.trim() } })),
  ];
}
