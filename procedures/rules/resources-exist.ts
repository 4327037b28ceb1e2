import { error, warning, type Rule } from './rule.ts';

/** What the service sheet offers for download is there, and nothing else lies about. */
export const resourcesExist: Rule = {
  name: 'resources-exist',
  *check({ procedure, resources }) {
    const listed = new Map(procedure.resources.map(({ file, name }) => [file, name]));
    for (const [name, title] of listed) if (!resources.has(name)) yield error(name, { en: `expected the file "${title.en}" (resources/${name}), which the service sheet offers, but the package has none`, vi: `tờ thông tin cho tải “${title.vi}”, nhưng gói chưa có tệp ấy (${name}): hãy tải tệp lên, hoặc bỏ khỏi danh sách` }, 'procedure.json');
    for (const name of resources.keys()) if (!listed.has(name)) yield warning(name, { en: `expected the file ${name} (resources/${name}) to be offered on the service sheet, but procedure.json does not list it`, vi: `tệp ${name} có trong gói nhưng tờ thông tin không cho tải: hãy thêm vào danh sách, hoặc xóa tệp` }, `resources/${name}`);
  },
};
