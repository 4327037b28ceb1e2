/** A fault of a shape, as typebox tells it. */
export interface ShapeFault {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: object;
  readonly message: string;
}

const isWithin = ({ instancePath }: ShapeFault, place: string): boolean => instancePath === place || instancePath.startsWith(`${place}/`);
/** What only says that another of the shapes is meant. */
const choosing = new Set(['const', 'type', 'enum']);

/**
 * Where one of several shapes may stand, typebox tells what is wrong with each of them; a person wrote one, and reads one fault: what is
 * wrong further within, as that is the shape that was meant, else what any of them needs.
 */
export function plainFaults(faults: readonly ShapeFault[]): readonly ShapeFault[] {
  // "schema is false" stands beside what is said of a member that nobody knows
  const told = faults.filter(({ keyword }) => keyword !== 'boolean');
  const isSame = (one: ShapeFault) => (other: ShapeFault) => one !== other && one.keyword === other.keyword && one.instancePath === other.instancePath;
  const choices = [...new Set(told.filter((fault) => fault.keyword === 'anyOf' || told.some(isSame(fault))).map(({ instancePath }) => instancePath))];
  const outermost = choices.filter((place) => !choices.some((other) => place.startsWith(`${other}/`)));
  const said = new Set<string>();
  return told.flatMap((fault) => {
    const place = outermost.find((one) => isWithin(fault, one));
    if (place === undefined) return [fault];
    if (said.has(place)) return [];
    said.add(place);
    return [meant(place, told.filter((one) => isWithin(one, place)))];
  });
}

function meant(place: string, own: readonly ShapeFault[]): ShapeFault {
  const inside = own.filter(({ instancePath }) => instancePath !== place);
  const found = inside.find(({ keyword }) => !choosing.has(keyword)) ?? inside.find(({ keyword }) => keyword !== 'const') ?? own.find(({ keyword }) => keyword === 'enum');
  if (found !== undefined) return found;
  const allowed = own.flatMap(({ keyword, params }) => (keyword === 'const' && 'allowedValue' in params ? [params.allowedValue] : []));
  if (allowed.length > 0) return { keyword: 'enum', instancePath: place, params: { allowedValues: allowed }, message: `must be one of ${allowed.join(', ')}` };
  const needed = [...new Set(own.flatMap(({ params }) => ('requiredProperties' in params ? (params.requiredProperties as readonly string[]) : [])))];
  if (needed.length === 0) return { keyword: 'anyOf', instancePath: place, params: {}, message: 'must be one of the shapes that may stand there' };
  return { keyword: 'anyOf', instancePath: place, params: { requiredProperties: needed }, message: `must have one of ${needed.join(', ')}` };
}
