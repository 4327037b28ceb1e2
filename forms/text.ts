export type Lang = 'vi' | 'en';

/** A text in both languages of the product. */
export interface LocalText {
  readonly vi: string;
  readonly en: string;
}

/** "Số điện thoại" → "số điện thoại", for the middle of a sentence; an abbreviation ("CCCD") keeps its capitals. */
export function inSentence(label: string): string {
  const [first = '', second = ''] = label;
  return second !== second.toLocaleLowerCase('vi') ? label : first.toLocaleLowerCase('vi') + label.slice(first.length);
}
