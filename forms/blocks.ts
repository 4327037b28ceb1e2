import type { FieldUi, Schema } from './form.ts';
import address from './blocks/address.json' with { type: 'json' };
import area from './blocks/area.json' with { type: 'json' };
import certificateBookNo from './blocks/certificate-book-no.json' with { type: 'json' };
import certificateSerial from './blocks/certificate-serial.json' with { type: 'json' };
import commune from './blocks/commune.json' with { type: 'json' };
import count from './blocks/count.json' with { type: 'json' };
import date from './blocks/date.json' with { type: 'json' };
import declaration from './blocks/declaration.json' with { type: 'json' };
import email from './blocks/email.json' with { type: 'json' };
import enterpriseCode from './blocks/enterprise-code.json' with { type: 'json' };
import files from './blocks/files.json' with { type: 'json' };
import fullName from './blocks/full-name.json' with { type: 'json' };
import identityNo from './blocks/identity-no.json' with { type: 'json' };
import length from './blocks/length.json' with { type: 'json' };
import level from './blocks/level.json' with { type: 'json' };
import line from './blocks/line.json' with { type: 'json' };
import longText from './blocks/long-text.json' with { type: 'json' };
import mapSheetNo from './blocks/map-sheet-no.json' with { type: 'json' };
import money from './blocks/money.json' with { type: 'json' };
import parcel from './blocks/parcel.json' with { type: 'json' };
import parcelNo from './blocks/parcel-no.json' with { type: 'json' };
import parcels from './blocks/parcels.json' with { type: 'json' };
import passport from './blocks/passport.json' with { type: 'json' };
import pastDate from './blocks/past-date.json' with { type: 'json' };
import personalId from './blocks/personal-id.json' with { type: 'json' };
import phone from './blocks/phone.json' with { type: 'json' };
import place from './blocks/place.json' with { type: 'json' };
import signature from './blocks/signature.json' with { type: 'json' };
import taxCode from './blocks/tax-code.json' with { type: 'json' };
import year from './blocks/year.json' with { type: 'json' };
import yesNo from './blocks/yes-no.json' with { type: 'json' };

/** A shared piece of schema that forms refer to as `motcua:<name>`, with how it is asked and how it complains. */
export interface Block {
  readonly id: string;
  readonly schema: Schema;
  readonly ui: FieldUi;
  /** Of an object: how its parts are asked. */
  readonly fields?: Readonly<Record<string, FieldUi>>;
}

const all = [
  address,
  area,
  certificateBookNo,
  certificateSerial,
  commune,
  count,
  date,
  declaration,
  email,
  enterpriseCode,
  files,
  fullName,
  identityNo,
  length,
  level,
  line,
  longText,
  mapSheetNo,
  money,
  parcel,
  parcelNo,
  parcels,
  passport,
  pastDate,
  personalId,
  phone,
  place,
  signature,
  taxCode,
  year,
  yesNo,
] as unknown as readonly Block[];

/** By id, `motcua:phone`. A new block is one JSON file and one line here. */
export const blocks: ReadonlyMap<string, Block> = new Map(all.map((block) => [block.id, block]));
