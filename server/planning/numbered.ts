/** A sheet's or parcel's number as it is looked for: "045" is "45", "12a" is "12A". */
export const numbered = (text: string): string => text.trim().toUpperCase().replace(/^0+(?=.)/, '');
