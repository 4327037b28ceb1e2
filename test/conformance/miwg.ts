import { readdirSync, readFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';
import { exchangePackages, keepDangling } from '../../engine/bpmn/exchange.ts';
import { conformanceFile, type SuiteResult } from './suite.ts';
import { loss } from './xml-loss.ts';

/** Reads a diagram and gives back what is written of it. */
export type Exchange = (xml: string) => Promise<string>;

/** The designer's own reader and writer, without the drawing between them. */
const unseen: Exchange = async (xml) => {
  const moddle = new BpmnModdle(exchangePackages);
  const { rootElement, warnings } = await moddle.fromXML(xml);
  keepDangling(warnings);
  return (await moddle.toXML(rootElement)).xml;
};

/** The models at hand, with the pictures that show them. */
export const models = (): readonly { readonly name: string; readonly xml: string; readonly bytes: Uint8Array; readonly pictures: readonly string[] }[] => {
  const files = readdirSync(conformanceFile('miwg')).toSorted();
  return files.filter((file) => file.endsWith('.bpmn')).map((file) => {
    const name = file.slice(0, -'.bpmn'.length);
    const bytes = readFileSync(conformanceFile('miwg', file));
    return { name, bytes, xml: bytes.toString('utf8'), pictures: files.filter((picture) => picture.startsWith(`${name}.`) && picture.endsWith('.png')).map((picture) => conformanceFile('miwg', picture)) };
  });
};

/** Reference models of the BPMN Model Interchange Working Group: each must survive being read and written without loss. */
export const run = async (exchange: Exchange = unseen): Promise<SuiteResult> => {
  const failures: { id: string; reason: string }[] = [];
  const names = readdirSync(conformanceFile('miwg')).filter((name) => name.endsWith('.bpmn')).toSorted();
  for (const name of names) {
    const xml = readFileSync(conformanceFile('miwg', name), 'utf8');
    const reason = await exchange(xml).then((written) => loss(xml, written), (error: unknown) => (error as Error).message);
    if (reason !== undefined) failures.push({ id: name, reason });
  }
  return { suite: 'miwg', total: names.length, passed: names.length - failures.length, failures };
};
