import type { ChangeEvent } from 'react';
import { TextArea, TextField } from '../../ui/field.tsx';
import { useText } from '../words.ts';
import { useSettled } from './use-settled.ts';

interface LocalText {
  readonly vi: string;
  readonly en: string;
}

interface BothTextsProps {
  id: string;
  legend: string;
  value: LocalText;
  optional?: boolean;
  long?: boolean;
  onChange: (value: LocalText) => void;
}

/** One text side by side in both languages. */
export const BothTexts = (props: BothTextsProps) => <div className="both"><OneText {...props} language="vi" /><OneText {...props} language="en" /></div>;

const OneText = ({ id, legend, value, optional = false, long = false, onChange, language }: BothTextsProps & { language: 'vi' | 'en' }) => {
  const text = useText();
  const { typed, type, settle } = useSettled(value[language], (next) => onChange({ ...value, [language]: next.normalize('NFC') }));
  const shared = {
    id: `${id}-${language}`, lang: language, optional, label: `${legend}: ${text(language === 'vi' ? 'inVietnamese' : 'inEnglish')}`, value: typed,
    error: !optional && typed.trim() === '' ? text('textMissing') : undefined,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => type(event.target.value), onBlur: settle,
  };
  return long ? <TextArea {...shared} rows={2} /> : <TextField {...shared} />;
};
