import { officeDate } from '../../engine/calendar/office-day.ts';
import type { Transaction } from '../../storage/store.ts';
import { among, type Where } from '../../storage/table.ts';
import { dossiers, type DossierRow } from '../../storage/tables/dossiers.ts';
import type { PaymentEventRow, PaymentRow } from '../../storage/tables/payments.ts';
import { moneyScope, readableAmong } from '../access/scope.ts';
import type { Actor } from '../access/actor.ts';
import type { MoneyCase, MoneyCases } from '../api/money.ts';
import { accountsOf, type MoneyAccount } from '../payments/account.ts';
import { countable } from '../payments/settle.ts';
import type { Services } from '../services.ts';
import { namesOf, type Names } from './names.ts';
import { gaveUp, refundView, type GaveUp } from './refund-view.ts';

const most = 200;

/** The payments of dossiers whose money the actor keeps. */
export const moneyOf = (actor: Actor, which: Where<PaymentRow>, of: Where<DossierRow> = {}): Where<PaymentRow> => ({ ...which, dossierId: among(dossiers, 'id', { all: [moneyScope(actor), of] }) });

interface Asked { readonly state?: 'open' | 'settled' | undefined; readonly code?: string | undefined }

/** What is odd, the oldest first; what is settled, the newest first; or what was paid in one dossier. */
export async function moneyCases(tx: Transaction, { payments, library }: Pick<Services, 'payments' | 'library'>, actor: Actor, { state = 'open', code }: Asked, at: string): Promise<MoneyCases> {
  const where = code === undefined ? moneyOf(actor, { oddity: state }) : moneyOf(actor, { status: { in: ['paid', 'refunded', 'pending'] } }, { code: code.trim().toUpperCase() });
  const rows = await tx.payments.find(where, { order: [['createdAt', state === 'open' ? 'asc' : 'desc'], ['id', 'asc']], limit: most });
  const open = await tx.payments.count(moneyOf(actor, { oddity: 'open' }));
  return { cases: await casesOf(tx, library, actor, rows), open, today: officeDate(at), byProvider: payments?.refund !== undefined };
}

export async function casesOf(tx: Transaction, library: Services['library'], actor: Actor, rows: readonly PaymentRow[]): Promise<MoneyCase[]> {
  const accounts = await accountsOf(tx, rows);
  const of = await tx.dossiers.find({ id: { in: rows.map(({ dossierId }) => dossierId) } });
  const names = await namesOf(tx, of.map(({ unitId }) => unitId), [...accounts.values()].flatMap(({ entries }) => entries.map(({ actor: by }) => by)));
  const readable = await readableAmong(tx, actor, of.map(({ id }) => id));
  const failed = await gaveUp(tx, accounts.values());
  const cases: MoneyCase[] = [];
  for (const row of rows) {
    const dossier = of.find(({ id }) => id === row.dossierId)!;
    const name = (await library.listed(tx, dossier.procedureHash))?.procedure.shortName ?? { vi: dossier.procedureKey, en: dossier.procedureKey };
    cases.push(caseOf({ row, account: accounts.get(row.id)!, dossier, name, names, mayRead: readable.has(dossier.id), failed, actor }));
  }
  return cases;
}

interface Case { readonly row: PaymentRow; readonly account: MoneyAccount; readonly dossier: DossierRow; readonly name: MoneyCase['procedure']['name']; readonly names: Names; readonly mayRead: boolean; readonly failed: GaveUp; readonly actor: Actor }

const caseOf = ({ row, account, dossier, name, names, mayRead, failed, actor }: Case): MoneyCase => ({
  payment: row.id, dossier: dossier.id, code: dossier.code, procedure: { key: dossier.procedureKey, name }, unit: names.unit(dossier.unitId), mayRead,
  applicant: dossier.applicantName, reference: row.reference, fee: row.amount, lines: row.lines.map((line) => line.name), state: row.status, endedAt: dossier.endedAt,
  came: account.events.filter(({ kind }) => kind !== 'failed').map((event) => ({ kind: event.kind as 'paid' | 'refunded', at: event.receivedAt, amount: event.amount, currency: currencyOf(event), reason: event.reason as MoneyCase['came'][number]['reason'] })),
  fees: account.fees, owed: account.owed, free: account.free, countable: countable(row, account), strange: account.strange.length > 0,
  refunds: account.refunds.map((refund) => ({ ...refundView(refund, failed), by: names.person(refund.asked.actor), mine: refund.state === 'waits' && refund.asked.actor !== actor.account.id })),
  deeds: account.entries.map(({ kind, at, actor: by, amount, detail }) => ({ kind, at, by: names.person(by), amount, document: detail.document ?? null, note: detail.note ?? null })),
  open: account.oddity === 'open', since: account.events.find(({ reason }) => reason !== null)?.receivedAt ?? account.entries[0]?.at ?? row.createdAt,
});

const currencyOf = ({ raw }: PaymentEventRow): string => String((raw as { readonly currency?: unknown } | null)?.currency ?? 'VND');
