import { Equal } from 'typebox/value';
import { check, variables } from '../../engine/expression/feel.ts';
import type { Data } from '../../engine/state.ts';
import { descriptionFaults } from '../../procedures/described/faults.ts';
import { NoValue } from '../../procedures/described/mapping.ts';
import { readDescribed } from '../outside/read-described.ts';
import type { Systems } from '../outside/systems.ts';
import { asConnector, askedOf } from './asked-of.ts';
import { PaymentDescription, type Asked, type SignedPage } from './description.ts';
import { dataOf } from './read-notice.ts';
import { signedPage } from './signed-page.ts';

/** Reads the file of the payment provider, tries its samples, and holds it against the file of systems. Throws with what is wrong and where; never with a secret. */
export function readPayments(path: string, systems: Systems): PaymentDescription {
  return readDescribed(path, { variable: 'MOTCUA_PAYMENTS', what: 'a payment provider', schema: PaymentDescription, faults: faultsOf, secrets: secretsOf }, systems);
}

const questions = ['start', 'status', 'refund'] as const;
/** Whose signature a sample bears is nobody's: what it says is tried, not who says it. */
const sampleAt = '2026-11-20T02:00:00.000Z';

/** Everything that keeps a description from doing what it says, each with its place. */
export function faultsOf(description: PaymentDescription): readonly string[] {
  const asked = questions.flatMap((question) => {
    const said = askedOf(description, question);
    if (said === undefined) return [];
    const signs = said.signature === undefined ? [] : feelFaults(`${question}/signature/of`, said.signature.of, ['inputs']);
    return [...signs, ...descriptionFaults(asConnector(description, question, said)).map(({ place, message }) => `${question}/${place}: ${message}`)];
  });
  const page = 'page' in description.start ? pageFaults(description.start) : [];
  const { signature, data, samples } = description.notice;
  const texts = [...Object.entries(data).map(([name, text]) => [`notice/data/${name}`, text] as const), ...('of' in signature && signature.of !== undefined ? [['notice/signature/of', signature.of] as const] : []), ...('value' in signature ? [['notice/signature/value', signature.value] as const] : [])];
  const feel = texts.flatMap(([place, text]) => feelFaults(place, text, ['body', 'headers']));
  const open = feel.length > 0 ? [] : unsignedFaults(description);
  const faults = [...asked, ...page, ...feel, ...open];
  if (faults.length > 0) return faults;
  return samples.flatMap(({ title, body, headers = {}, expect }, index) => {
    const came = dataOf(description, body as never, headers, sampleAt);
    return Equal(came, expect) ? [] : [`notice/samples/${index}: expected the sample "${title.en}" to come to ${JSON.stringify(expect)}, but it comes to ${JSON.stringify(came)}`];
  });
}

/** A page must name the payment and its amount, for its address is all that the provider hears of it. */
function pageFaults({ page, samples }: SignedPage): readonly string[] {
  const { query, signature } = page;
  const feel = Object.entries(query).flatMap(([name, text]) => feelFaults(`start/page/query/${name}`, text, ['inputs']));
  if (feel.length > 0) return feel;
  const read = new Set(Object.values(query).flatMap((text) => variables(text)));
  const missing = ['inputs.reference', 'inputs.amount'].filter((path) => !read.has(path)).map((path) => `start/page/query: expected a parameter to say ${path}, but none does`);
  const twice = Object.hasOwn(query, signature.parameter) ? [`start/page/query/${signature.parameter}: expected the parameter of the signature to say nothing else`] : [];
  const tried = samples.flatMap(({ title, inputs, expect }, index) => {
    const came = addressOf(page, inputs as Data);
    return came === expect ? [] : [`start/samples/${index}: expected the sample "${title.en}" to come to ${JSON.stringify(expect)}, but it comes to ${JSON.stringify(came)}`];
  });
  return [...missing, ...twice, ...tried];
}

function addressOf(page: SignedPage['page'], inputs: Data): string {
  try {
    return signedPage(page, inputs, sampleAt);
  } catch (error) {
    if (error instanceof NoValue) return error.message;
    throw error;
  }
}

/** What is not signed says nothing: whoever knows one signed notice could write the rest as they like. */
function unsignedFaults({ notice: { signature, data } }: PaymentDescription): readonly string[] {
  const isCovered = coverOf(signature);
  return Object.entries(data).flatMap(([name, text]) => variables(text).filter((path) => !isCovered(path)).map((path) => `notice/data/${name}: expected it to read only what is signed, but "${path}" is not`));
}

function coverOf(signature: PaymentDescription['notice']['signature']): (path: string) => boolean {
  if ('query' in signature) {
    const unsigned = [signature.query.signature, ...(signature.query.without ?? [])].map((name) => `body.${name}`);
    return (path) => path.startsWith('body.') && !unsigned.includes(path);
  }
  return signature.of === undefined ? (path) => path === 'body' || path.startsWith('body.') : coveredBy(variables(signature.of));
}

const coveredBy = (signed: readonly string[]) => (path: string): boolean => signed.some((one) => path === one || path.startsWith(`${one}.`));

function feelFaults(place: string, text: string, names: readonly string[]): readonly string[] {
  const why = check(text, 'expression', names);
  if (why !== undefined) return [`${place}: expected FEEL, but ${why}`];
  const other = variables(text).find((path) => !names.includes(path.split('.')[0] ?? ''));
  return other === undefined ? [] : [`${place}: expected it to read ${names.join(' and ')}, but it reads "${other}"`];
}

const secretsOf = (description: PaymentDescription): readonly string[] => [
  description.notice.signature.secret,
  ...('page' in description.start ? [description.start.page.signature.secret] : []),
  ...questions.flatMap((question) => askedOf(description, question) ?? []).flatMap(({ signature }: Asked) => (signature === undefined ? [] : [signature.secret])),
];
