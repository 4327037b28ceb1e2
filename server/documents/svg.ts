/** A drawing on a paper: an SVG of so many points, in the face of papers. */
export interface Drawing { readonly width: number; readonly height: number; readonly parts: readonly string[] }

export const svgOf = ({ width, height, parts }: Drawing): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? '');

interface Words { readonly x: number; readonly y: number; readonly text: string; readonly size?: number; readonly turn?: number; readonly colour?: string; readonly bold?: boolean }

/** Words with their middle on the point. */
export const words = ({ x, y, text, size = 8, turn = 0, colour = '#000000', bold = false }: Words): string =>
  `<text transform="translate(${round(x)} ${round(y)}) rotate(${round(turn)})" x="0" y="${round(size * 0.32)}" text-anchor="middle" font-family="Tinos" font-size="${size}"${bold ? ' font-weight="bold"' : ''} fill="${colour}">${escaped(text)}</text>`;

/** An arrow to the north, its foot on the point. */
export const northArrow = (x: number, y: number): string =>
  `<path d="M${round(x)} ${round(y)}V${round(y - 22)}M${round(x - 4)} ${round(y - 14)}L${round(x)} ${round(y - 22)}L${round(x + 4)} ${round(y - 14)}" fill="none" stroke="#000000" stroke-width="0.9"/>${words({ x, y: y - 28, text: 'B', bold: true })}`;

export const round = (value: number): number => Math.round(value * 100) / 100;
