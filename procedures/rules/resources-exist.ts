import { error, warning, type Rule } from './rule.ts';

/** What the service sheet offers for download is there, and nothing else lies about. */
export const resourcesExist: Rule = {
  name: 'resources-exist',
  *check({ procedure, resources }) {
    const listed = new Set(procedure.resources.map(({ file }) => file));
    for (const name of listed) if (!resources.has(name)) yield error(name, `expected a file resources/${name}, but the package has none`, 'procedure.json');
    for (const name of resources.keys()) if (!listed.has(name)) yield warning(name, `expected resources/${name} to be listed in procedure.json, but it is not`, `resources/${name}`);
  },
};
