import type { LocalText } from '../../server/api/shape.ts';
import type { Language } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';

/** In the language of the page where it was said in it, else in Vietnamese. */
export const saidIn = (text: LocalText, language: Language): string => (language === 'en' && text.en !== '' ? text.en : text.vi);

/** The same, and screen readers are told where it is Vietnamese on an English page. */
export const Said = ({ text }: { text: LocalText }) => {
  const language = useLanguage();
  return language === 'en' && text.en === '' ? <span lang="vi">{text.vi}</span> : <>{saidIn(text, language)}</>;
};
