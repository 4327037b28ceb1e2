import { Button } from './button.tsx';
import { setLanguage, type Language } from './language.ts';
import { loadWords, useLanguage } from './use-text.ts';

/** Names the other language in that language, so that whoever needs it can read it. */
export const LanguageSwitch = () => {
  const other: Language = useLanguage() === 'vi' ? 'en' : 'vi';
  return (
    <Button kind="quiet" lang={other} onClick={() => void loadWords(other).then(() => setLanguage(other))}>
      {other === 'en' ? 'English' : 'Tiếng Việt'}
    </Button>
  );
};
