export type Language = 'vi' | 'en';

/** The first of our languages that `Accept-Language` names with the highest weight; Vietnamese when it names none. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '').slice(0, 500).split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)$/.exec(parameter)?.[1]).find((found) => found !== undefined);
    return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
  });
  let best: { language: Language; weight: number } = { language: 'vi', weight: 0 };
  for (const { language, weight } of wanted) {
    if ((language === 'vi' || language === 'en') && weight > best.weight) best = { language, weight };
  }
  return best.language;
}
