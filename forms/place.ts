/** A point in degrees, WGS 84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const decimal = String.raw`([+-]?\d{1,3}(?:[.,]\d{1,10})?)°?`;
// A comma parts the two numbers only where it is not their decimal sign: "10,77; 106,70" but "10.77, 106.70".
const ways = [
  new RegExp(`^${decimal}\\s*[;\\s]\\s*${decimal}$`),
  new RegExp(`^${decimal.replace('[.,]', '[.]')}\\s*,\\s*${decimal.replace('[.,]', '[.]')}$`),
];

/** Reads coordinates as maps and phones write them, latitude first; nothing when it is not two numbers. */
export function parsePoint(text: string): Point | undefined {
  const bare = text.trim();
  for (const way of ways) {
    const [, latitude, longitude] = way.exec(bare) ?? [];
    if (latitude !== undefined && longitude !== undefined) return { latitude: numberOf(latitude), longitude: numberOf(longitude) };
  }
  return undefined;
}

const numberOf = (text: string) => Number(text.replace(',', '.'));

/** "10.776912, 106.700981", as maps read it; to a ten-centimetre grid. */
export const formatPoint = ({ latitude, longitude }: Point): string => `${Number(latitude.toFixed(6))}, ${Number(longitude.toFixed(6))}`;
