import { applicantProtected } from './applicant-protected.ts';
import { connectorInputs } from './connector-inputs.ts';
import { connectorKnown } from './connector-known.ts';
import { dataAwaited } from './data-awaited.ts';
import { decisionComplete } from './decision-complete.ts';
import { decisionExists } from './decision-exists.ts';
import { decisionWritten } from './decision-written.ts';
import { deliveryAsked } from './delivery-asked.ts';
import { fieldKnown } from './field-known.ts';
import { cellKnown } from './cell-known.ts';
import { filledIn } from './filled-in.ts';
import { formsExist } from './forms-exist.ts';
import { letterExists } from './letter-exists.ts';
import { letterField } from './letter-field.ts';
import { letterForm } from './letter-form.ts';
import { letterPurpose } from './letter-purpose.ts';
import { linkKnown } from './link-known.ts';
import { lookUpKnown } from './look-up-known.ts';
import { nationalCode } from './national-code.ts';
import { noticeExists } from './notice-exists.ts';
import { ownRole } from './own-role.ts';
import { paperField } from './paper-field.ts';
import { parameterFits } from './parameter-fits.ts';
import { placeAsked } from './place-asked.ts';
import { reachable } from './reachable.ts';
import { registerExists } from './register-exists.ts';
import { resourcesExist } from './resources-exist.ts';
import type { Rule } from './rule.ts';
import { sheetAmounts } from './sheet-amounts.ts';
import { sheetDays } from './sheet-days.ts';
import { sheetOrder } from './sheet-order.ts';
import { spotKnown } from './spot-known.ts';
import { startByHand } from './start-by-hand.ts';
import { startByItself } from './start-by-itself.ts';
import { stepForm } from './step-form.ts';
import { stepRole } from './step-role.ts';
import { stillUnnamed } from './still-unnamed.ts';
import { timeSum } from './time-sum.ts';
import { translated } from './translated.ts';
import { unitNamed } from './unit-named.ts';
import { validity } from './validity.ts';

/** Every rule a package is checked by: one file each, one line here. */
export const rules: readonly Rule[] = [
  stepForm, stepRole, ownRole, unitNamed, formsExist, paperField, placeAsked, fieldKnown, lookUpKnown, spotKnown, linkKnown, dataAwaited, decisionExists, decisionComplete, decisionWritten, cellKnown, letterExists, letterForm, letterPurpose, letterField, filledIn, stillUnnamed, nationalCode, validity, parameterFits, sheetDays, sheetAmounts, sheetOrder, noticeExists, registerExists, connectorKnown, connectorInputs,
  deliveryAsked, applicantProtected, resourcesExist, startByItself, startByHand, reachable, timeSum, translated,
];
