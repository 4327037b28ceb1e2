import type { ChangeEvent } from 'react';
import { TextArea, TextField } from '../../ui/field.tsx';
import { useText } from '../words.ts';

interface LocalText {
  readonly vi: string;
  readonly en: string;
}

/** One text side by side in both languages. */
export const BothTexts = ({ id, legend, value, optional = false, long = false, onChange }: { id: string; legend: string; value: LocalText; optional?: boolean; long?: boolean; onChange: (value: LocalText) => void }) => {
  const text = useText();
  const one = (language: 'vi' | 'en') => {
    const shared = {
      id: `${id}-${language}`, lang: language, optional, label: `${legend}: ${text(language === 'vi' ? 'inVietnamese' : 'inEnglish')}`, value: value[language],
      error: !optional && value[language].trim() === '' ? text('textMissing') : undefined,
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange({ ...value, [language]: event.target.value.normalize('NFC') }),
    };
    return long ? <TextArea {...shared} rows={2} /> : <TextField {...shared} />;
  };
  return <div className="both">{one('vi')}{one('en')}</div>;
};
