import { table } from '../table.ts';

export interface AccountRow {
  readonly id: string;
  readonly kind: 'citizen' | 'staff';
  /** Sign-in name, lower case. */
  readonly login: string;
  /** Absent for accounts that only sign in elsewhere. */
  readonly passwordHash: string | null;
  /** Issuer and subject of OpenID Connect, e.g. "https://id.example|4711". */
  readonly subject: string | null;
  readonly name: string;
  readonly title: string | null;
  readonly idNo: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly language: 'vi' | 'en';
  readonly active: boolean;
  readonly createdAt: string;
}

export const accounts = table<AccountRow>({
  name: 'accounts',
  key: ['id'],
  unique: [['login'], ['subject']],
  columns: {
    id: 'text', kind: 'text', login: 'text', passwordHash: 'text', subject: 'text', name: 'text', title: 'text', idNo: 'text',
    phone: 'text', email: 'text', language: 'text', active: 'flag', createdAt: 'text',
  },
});
