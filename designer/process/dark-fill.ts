const channel = (digits: string): number => {
  const value = Number.parseInt(digits, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** Whether a colour such as #1a2b3c is so dark that white stands out from it more than black does (WCAG 2.2, contrast ratio); of what is no such colour, no. */
export function isDark(colour: string): boolean {
  const [, red, green, blue] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return false;
  return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue) < 0.179;
}
