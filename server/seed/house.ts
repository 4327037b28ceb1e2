import { readFile } from 'node:fs/promises';
import type { Data, Json } from '../../engine/state.ts';
import { isObject } from '../../forms/field-path.ts';
import { dayOf } from '../../forms/today.ts';
import { ask } from '../planning/ask.ts';
import { renderApart } from '../letters/render-apart.ts';
import type { Services } from '../services.ts';

/** Titles of the made-up papers, by field of the application form. */
const papers: Readonly<Record<string, string>> = {
  landPaper: 'Giấy chứng nhận quyền sử dụng đất', sitePlan: 'Bản vẽ mặt bằng công trình', floorPlans: 'Bản vẽ mặt bằng các tầng, mặt đứng, mặt cắt',
  foundation: 'Bản vẽ mặt bằng móng', adjoiningCommitment: 'Bản cam kết bảo đảm an toàn công trình liền kề',
};

/** A one-page PDF that says what it stands for and that it is made up. */
export async function samplePaper(title: string): Promise<Uint8Array> {
  const letter = {
    paper: 'A4' as const, orientation: 'portrait' as const, at: '2026-01-01T00:00:00.000Z', head: { issuer: 'DỮ LIỆU GIẢ ĐỊNH' }, missing: [],
    blocks: [{ block: 'title' as const, text: title.toUpperCase(), under: 'Tệp mẫu, không phải giấy tờ thật' }],
  };
  return renderApart(letter, { verifyUrl: 'https://example.invalid/', verifyCode: '—', notice: 'Dữ liệu giả định' });
}

/** The application of the package's own scenarios, with files that really lie in the store and belong to the applicant. */
export async function sampleApplication(services: Services, folder: string, owner: { readonly account: string; readonly name: string; readonly idNo: string; readonly phone: string }, place: { readonly houseNo: string; readonly street: string }, delivery: Data): Promise<Data> {
  const application = JSON.parse(await readFile(`${folder}/scenarios/applications/house.json`, 'utf8')) as Data;
  const site = { ...(application['site'] as Data), ...(await parcelAt(services, place)) };
  const files: Record<string, Json> = {};
  for (const [field, title] of Object.entries(papers)) files[field] = [await sampleFile(services, owner.account, title)];
  return {
    ...application,
    owner: { ...(isObject(application['owner']) ? application['owner'] : {}), name: owner.name, idNo: owner.idNo, phone: owner.phone, address: `${place.houseNo} ${place.street}, Phường Sen Mẫu` },
    site: { ...site, address: { province: '79', commune: '99001', ...place } },
    papers: files, delivery,
  };
}

/** The parcel that the ward's own map has at the address. */
async function parcelAt({ store, now }: Services, { houseNo, street }: { readonly houseNo: string; readonly street: string }): Promise<Data> {
  const { answer } = await store.read((tx) => ask(tx, { address: `${houseNo} ${street}` }, dayOf(now())));
  const parcel = answer?.parcel;
  return parcel === null || parcel === undefined ? {} : { mapSheetNo: parcel.sheet, parcelNo: [parcel.parcel] };
}

const kept = new Map<string, Promise<Uint8Array>>();

export async function sampleFile(services: Services, account: string, title: string): Promise<Data> {
  const making = kept.get(title) ?? samplePaper(title);
  kept.set(title, making);
  const blob = await services.files.put([await making]);
  const row = { id: services.newId(), ...blob, type: 'application/pdf', name: `${title}.pdf`, ownerAccount: account, draftId: null, dossierId: null, createdAt: services.now() };
  await services.store.transaction((tx) => tx.files.insert(row));
  return { file: row.id, name: row.name, size: row.size, type: row.type, sha256: row.sha256 };
}
