/** The account that a fee is transferred to. `bank` is the six-digit number of the bank at Napas, `holder` the name that the payer sees. */
export interface Beneficiary { readonly bank: string; readonly account: string; readonly holder: string }

const napas = 'A000000727';
/** To an account, not to a card. */
const toAccount = 'QRIBFTTA';
const dong = '704';

const field = (id: string, value: string): string => `${id}${String(value.length).padStart(2, '0')}${value}`;

/**
 * What the QR code of a transfer says: a merchant-presented code of EMVCo, with Napas' account information (38) and the transfer's content (62.08).
 * `amount` in đồng; `content` of at most 25 letters and digits, so that no bank changes it.
 */
export function vietQr({ bank, account }: Pick<Beneficiary, 'bank' | 'account'>, amount: number, content: string): string {
  const text = [
    field('00', '01'), field('01', '12'),
    field('38', field('00', napas) + field('01', field('00', bank) + field('01', account)) + field('02', toAccount)),
    field('53', dong), field('54', String(amount)), field('58', 'VN'), field('62', field('08', content)), '6304',
  ].join('');
  return text + checksum(text);
}

/** CRC-16 of ISO/IEC 13239 as EMVCo asks for it: polynomial 1021, beginning with FFFF. */
function checksum(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000) === 0 ? (crc << 1) & 0xffff : ((crc << 1) ^ 0x1021) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
