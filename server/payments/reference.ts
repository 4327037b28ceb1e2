import { randomBytes } from 'node:crypto';

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What the provider and the payer call a payment by: 100 random bits in 20 capitals and digits, so that it fits into the content of a transfer and no bank changes it. */
export const newReference = (): string => [...randomBytes(20)].map((byte) => letters[byte % 32]).join('');
