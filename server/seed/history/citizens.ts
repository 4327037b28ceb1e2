import type { Transaction } from '../../../storage/store.ts';

export interface Citizen { readonly account: string; readonly name: string; readonly idNo: string; readonly phone: string }

/** How their accounts begin. */
export const pastCitizens = 'account-dan-';

const surnames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ'];
const given = ['Thị An', 'Văn Bình', 'Thị Chi', 'Minh Dũng', 'Thị Giang', 'Văn Hải', 'Thu Hương', 'Quốc Khánh', 'Thị Lan', 'Văn Nam', 'Thị Oanh', 'Thanh Phong'];

/** People of the sample's past: made up as all are, which their names say, and nobody signs in as one. */
export async function settleCitizens(tx: Transaction, count: number, at: string): Promise<readonly Citizen[]> {
  const citizens = Array.from({ length: count }, (_, index): Citizen => {
    const number = String(index + 1).padStart(4, '0');
    return { account: `${pastCitizens}${number}`, name: `${surnames[index % surnames.length]} ${given[(index * 7 + Math.floor(index / 12)) % given.length]} Giả Định`, idNo: `07900000${number}`, phone: `090000${number}` };
  });
  for (const { account, name, idNo, phone } of citizens) {
    await tx.accounts.insert({ id: account, kind: 'citizen', login: account.slice('account-'.length), passwordHash: null, subject: null, name, title: null, idNo, phone, email: null, language: 'vi', active: true, createdAt: at });
  }
  return citizens;
}
