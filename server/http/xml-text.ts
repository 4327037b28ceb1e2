/** Text as it stands in XML, between tags or in quotes; what XML 1.0 has no sign for is left out. */
export const xmlText = (text: string): string => text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
