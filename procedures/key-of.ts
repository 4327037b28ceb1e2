/** A key proposed for a name: "Cấp phép sử dụng tạm vỉa hè" → "cap-phep-su-dung-tam-via-he". */
export const keyOf = (name: string): string =>
  name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^[-0-9]+|-+$/g, '').slice(0, 60).replace(/-+$/, '');

export const isKey = (key: string): boolean => key.length <= 60 && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(key);
