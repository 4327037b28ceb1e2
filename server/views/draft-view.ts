import type { Data } from '../../engine/state.ts';
import { isObject } from '../../forms/field-path.ts';
import type { AccountRow } from '../../storage/tables/accounts.ts';
import type { DraftRow } from '../../storage/tables/drafts.ts';
import type { Applicant, Delivery, Draft, DraftSummary } from '../api/draft.ts';
import type { Package } from '../library/package.ts';

/** What a draft row's `data` holds: the application's answers, and what is asked beside the form. */
export interface DraftContent { readonly application: Data; readonly delivery?: Delivery | undefined; readonly unit?: string | undefined }

export const draftData = ({ application, delivery, unit }: DraftContent): Data => ({ application, ...(delivery === undefined ? {} : { delivery }), ...(unit === undefined ? {} : { unit }) });

export function draftContent({ data }: Pick<DraftRow, 'data'>): DraftContent {
  const { application, delivery, unit } = data;
  return { application: isObject(application) ? application : {}, delivery: isObject(delivery) ? (delivery as unknown as Delivery) : undefined, unit: typeof unit === 'string' ? unit : undefined };
}

export const applicantFrom = (account: AccountRow): Applicant => ({ account: account.id, name: account.name, idNo: account.idNo ?? '—', phone: account.phone, email: account.email });

export const draftSummary = (row: DraftRow, pack: Package): DraftSummary => ({
  id: row.id, procedure: { key: pack.procedure.key, name: pack.procedure.shortName }, savedAt: row.updatedAt, createdAt: row.createdAt, revision: row.revision,
});

/** The form itself asks how the result is wanted. */
export const asksDelivery = (pack: Package): boolean => pack.forms.get(pack.procedure.forms.application)?.schema.properties?.['delivery'] === undefined;

const similarAfter = ({ procedure: { spot, similar } }: Package): string[] | null => (spot === undefined || similar === undefined ? null : [spot.place, ...(spot.kind === undefined ? [] : [spot.kind])]);

export function draftView(row: DraftRow, pack: Package, account: AccountRow): Draft {
  const { application, delivery, unit } = draftContent(row);
  return {
    ...draftSummary(row, pack), version: pack.hash, versionChanged: pack.hash !== row.procedureHash, form: pack.procedure.forms.application, unit: unit ?? null,
    applicant: applicantFrom(account), data: application, delivery: delivery ?? null, asksDelivery: asksDelivery(pack),
    similarAfter: similarAfter(pack), lookUpsAt: (pack.procedure.lookUps ?? []).flatMap(({ at }) => at ?? []),
  };
}
