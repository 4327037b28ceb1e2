import standard from 'bpmn-moddle/resources/bpmn/json/bpmn.json' with { type: 'json' };

type Property = { readonly name: string };

/** The schema of BPMN 2.0.2 has the script of a global task as an element, as it has that of a script task. */
const asElement = (property: Property): Property => (property.name === 'script' ? { name: 'script', type: 'String' } as Property : property);

/** The metamodel of the standard, where its library says otherwise than the schema mended. */
export const bpmn = { ...standard, types: standard.types.map((type) => (type.name === 'GlobalScriptTask' && 'properties' in type ? { ...type, properties: type.properties.map(asElement) } : type)) };
