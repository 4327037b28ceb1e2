/** A name as people gave it, without folders and characters that steer; at most 150 characters, its ending kept. */
export function safeFileName(name: string): string {
  // Cut first: putting very many marks in order takes time with their square.
  const last = name.slice(-1000).toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}"<>|:*?]/gu, '').replaceAll(/\s+/g, ' ').trim().replace(/^\.+/, '');
  if (clean === '') return 'tep-dinh-kem';
  if (clean.length <= 150) return clean;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? '';
  return clean.slice(0, 150 - ending.length) + ending;
}

/** Content-Disposition with a Vietnamese name (RFC 6266, RFC 8187). */
export function disposition(kind: 'attachment' | 'inline', name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
