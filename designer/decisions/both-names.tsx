import { TextField } from '../../ui/field.tsx';
import { useText } from '../words.ts';

export interface BothNames { readonly vi: string; readonly en: string }

export const isNamed = ({ vi, en }: BothNames): boolean => vi.trim() !== '' && en.trim() !== '';
export const tidied = ({ vi, en }: BothNames): BothNames => ({ vi: vi.normalize('NFC').trim(), en: en.normalize('NFC').trim() });

/** A name in both languages, side by side, in a form that is sent as a whole. `tried`: says what is missing. */
export const BothNamesFields = ({ id, legend, value, tried, onChange }: { id: string; legend: string; value: BothNames; tried: boolean; onChange: (value: BothNames) => void }) => {
  const text = useText();
  return (
    <div className="both">
      {(['vi', 'en'] as const).map((language) => (
        <TextField
          key={language} id={`${id}-${language}`} lang={language} label={`${legend}: ${text(language === 'vi' ? 'inVietnamese' : 'inEnglish')}`} value={value[language]}
          error={tried && value[language].trim() === '' ? text('textMissing') : undefined} onChange={({ currentTarget }) => onChange({ ...value, [language]: currentTarget.value })}
        />
      ))}
    </div>
  );
};
