import { TextField } from '../../ui/field.tsx';
import { useText } from '../words.ts';

interface LocalText {
  readonly vi: string;
  readonly en: string;
}

/** One text side by side in both languages. */
export const BothTexts = ({ id, legend, value, optional = false, onChange }: { id: string; legend: string; value: LocalText; optional?: boolean; onChange: (value: LocalText) => void }) => {
  const text = useText();
  const one = (language: 'vi' | 'en') => (
    <TextField
      id={`${id}-${language}`} lang={language} optional={optional} label={`${legend}: ${text(language === 'vi' ? 'inVietnamese' : 'inEnglish')}`} value={value[language]}
      error={!optional && value[language].trim() === '' ? text('textMissing') : undefined}
      onChange={(event) => onChange({ ...value, [language]: event.target.value.normalize('NFC') })}
    />
  );
  return <div className="both">{one('vi')}{one('en')}</div>;
};
