import type { Data } from '../../engine/state.ts';
import type { ListedUnit, Organisation } from '../api/organisation.ts';
import { takeOrganisation } from '../organisation/take-organisation.ts';
import { layCalendar, layFoundation } from '../seed/foundation.ts';
import { counter, ward } from '../seed/units.ts';
import type { Services } from '../services.ts';

/** A city in which packages are tried: how its units come in, its ward and the counter of that, and answers that name a place as people of this city give them. */
export interface City {
  readonly ward: string;
  readonly counter: string;
  lay(house: Services): Promise<void>;
  own(application: Data): Data;
}

export const sampleCity: City = { ward, counter, lay: (house) => layFoundation(house, 'motcua-mau'), own: (application) => application };

const from = '2025-07-01';
const unit = (id: string, kind: string, parent: string, vi: string, en: string): ListedUnit => ({ id, code: `H98.${id.toUpperCase()}`, kind, parent, from, name: { vi: `${vi} Giả Định`, en: `Made-up ${en}` } });
const commune = '31001';

/** Another made-up city, with offices under other ids than the sample's, some below districts: only the kinds are the same. It comes in by lists, as any city does. */
export const riverCity: City = {
  ward: `ward-${commune}`,
  counter: 'quay-31001',
  async lay(house) {
    await house.store.transaction((tx) => layCalendar(tx, house.now()));
    const { faults } = await takeOrganisation(house, lists, 'system');
    if (faults.length > 0) throw new Error(`expected the lists of the other city to be taken, but ${JSON.stringify(faults)}`);
  },
  own: (application) => JSON.parse(JSON.stringify(application).replaceAll('"99001"', `"${commune}"`)) as Data,
};

const lists: Organisation = {
  units: [
    { id: 'thanh-pho', code: 'H98', kind: 'city', calendar: 'hcmc', from, name: { vi: 'Thành phố Ven Sông Giả Định', en: 'Made-up River City' } },
    unit('so-xd', 'construction-department', 'thanh-pho', 'Sở Xây dựng', 'Department of Construction'),
    unit('pc07', 'fire-safety-office', 'thanh-pho', 'Cảnh sát phòng cháy', 'Fire Police'),
    unit('so-qhkt', 'planning-office', 'thanh-pho', 'Sở Quy hoạch', 'Planning Department'),
    unit('so-vh', 'heritage-office', 'thanh-pho', 'Sở Văn hóa', 'Department of Culture'),
    unit('so-attp', 'food-safety-office', 'thanh-pho', 'Sở An toàn thực phẩm', 'Food Safety Department'),
    unit('thanh-tra', 'inspectorate', 'thanh-pho', 'Thanh tra', 'Inspectorate'),
    unit('ttgt', 'traffic-centre', 'thanh-pho', 'Trung tâm giao thông', 'Traffic Centre'),
    unit('khu-dong', 'area', 'thanh-pho', 'Khu Đông', 'East Area'),
    unit('khu-tay', 'area', 'thanh-pho', 'Khu Tây', 'West Area'),
    unit('vpdk-dong', 'land-office', 'khu-dong', 'Chi nhánh đất đai Đông', 'East Branch of the Land Office'),
    unit('vpdk-tay', 'land-office', 'khu-tay', 'Chi nhánh đất đai Tây', 'West Branch of the Land Office'),
    unit('bhxh-tay', 'social-insurance', 'khu-tay', 'Bảo hiểm xã hội Tây', 'West Social Insurance'),
    unit(`ward-${commune}`, 'ward', 'khu-tay', 'Phường Bến', 'Quay Ward'),
    unit('quay-31001', 'one-stop', `ward-${commune}`, 'Một cửa Phường Bến', 'One-stop of Quay Ward'),
    unit('ca-31001', 'commune-police', `ward-${commune}`, 'Công an Phường Bến', 'Police of Quay Ward'),
  ],
  staff: [],
};
