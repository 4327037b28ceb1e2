import { ListOrdered } from 'lucide-react';
import type { Procedure } from '../../procedures/procedure.ts';
import { sheetFrom, type TellingStep } from '../../procedures/sheet-of-process.ts';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLetterNames } from '../letters/use-letter-names.ts';
import { useText } from '../words.ts';

type Steps = Procedure['sheet']['steps'];

/** Who does a step, in both languages: what a citizen reads until somebody says it better. */
const doneBy = ({ roles }: DesignerPackage) => ({ role }: TellingStep) => {
  const name = roles.find((one) => one.role === role)?.name;
  if (role === 'applicant') return { vi: 'Bạn làm, trên điện thoại hoặc tại quầy.', en: 'You do it, on a phone or at the counter.' };
  return name ? { vi: `${name.vi} làm.`, en: `Done by: ${name.en ?? name.vi}.` } : { vi: 'Hệ thống làm ngay.', en: 'Done at once by the system.' };
};

/** The steps that citizens read, taken from the process as it is edited. */
export const SheetFromProcess = ({ opened, steps, onTake }: { opened: DesignerPackage; steps: Steps; onTake: (steps: Steps) => void }) => {
  const text = useText();
  const { definition } = useLetterNames(opened, '');
  if (!definition) return null;
  const taken = sheetFrom(definition, steps, doneBy(opened));
  return (
    <p className="row">
      <Button small aria-describedby="sheet-from-process" onClick={() => onTake([...taken])}><Icon of={ListOrdered} />{text('sheetFromProcess')}</Button>
      <span id="sheet-from-process" className="muted small">{text('sheetFromProcessHint')}</span>
    </p>
  );
};
