import { readFile } from 'node:fs/promises';
import type { Data, Json } from '../../engine/state.ts';
import { isObject } from '../../forms/field-path.ts';
import type { Answer } from '../../runtime/answer.ts';
import { judge } from '../forms/judge.ts';
import type { Services } from '../services.ts';
import { filesIn } from '../views/files-view.ts';
import { sampleFile } from './house.ts';
import { samplePeople } from './people.ts';
import type { When } from './stories.ts';
import { counter, ward } from './units.ts';

export const birth = 'birth-registration';
const residence = 'child-residence';
const insurance = 'child-health-insurance';

/** What somebody does in the birth or in a dossier that began with it; the first files it. */
type BundleDeed = When & { readonly by: string; readonly of?: string; readonly node?: string; readonly answer?: Data };

const parent = 'congdan3';
const name = 'Lê An Giả Định';

/** A birth with residence and health insurance: the certificate is out, the police look at the home, social insurance asks for another hospital. */
export const bundleStory: readonly BundleDeed[] = [
  { days: 2, at: '08:10', by: parent },
  { days: 2, at: '08:30', by: 'tiepnhan', of: birth, node: 'reception', answer: { checks: { identity: true, papers: true }, outcome: 'accept' } },
  { days: 2, at: '09:00', by: 'thuly2', of: birth, node: 'examine', answer: { marriage: 'database', late: false, outcome: 'ok' } },
  { days: 2, at: '09:20', by: 'thuly2', of: birth, node: 'draft', answer: { name, place: 'Bệnh viện Mẫu (giả định)', book: '01/2026', father: true, compared: true } },
  { days: 2, at: '09:40', by: parent, of: birth, node: 'confirm', answer: { outcome: 'right' } },
  { days: 2, at: '10:30', by: 'thuly2', of: birth, node: 'enterId', answer: { number: '079226000003', asked: 'Công an phường, qua điện thoại (giả định)' } },
  { days: 2, at: '10:50', by: 'lanhdao', of: birth, node: 'sign', answer: { outcome: 'sign', capacity: 'TM' } },
  { days: 2, at: '11:00', by: 'vanthu', of: birth, node: 'seal', answer: { sealed: true } },
  { days: 2, at: '14:00', by: 'congan1', of: residence, node: 'reception', answer: { checks: { data: true, consent: true }, outcome: 'accept' } },
  { days: 1, at: '09:00', by: 'baohiem1', of: insurance, node: 'reception', answer: { checks: { data: true, hospital: false }, outcome: 'supplement', items: [{ target: 'field', path: 'insurance.hospital', remark: 'Nơi này không nhận đăng ký ban đầu: chọn nơi khác' }] } },
];

/** Does one deed as the person would; answers the id of the birth. */
export async function playBundle(services: Services, folder: string, hash: string, { by, of, node, answer, days, at }: BundleDeed, first: string | undefined): Promise<string> {
  const key = `sample bundle:${days} ${at}`;
  if (of === undefined) return fileBirth(services, folder, hash, key);
  const found = await services.store.read((tx) => tx.dossiers.find({ procedureKey: of, applicantAccount: `account-${parent}` }));
  const dossier = found.find(({ id, data: { origin } }) => id === first || (isObject(origin) && origin['dossier'] === first));
  const task = dossier && (await services.store.read((tx) => tx.tasks.first({ dossierId: dossier.id, node: node ?? '', status: 'open' })));
  if (task === undefined) throw new Error(`expected an open step "${node}" of ${of} in the sample’s bundle, but there is none`);
  must(await services.runtime.completeTask({ actor: `account-${by}`, key, taskId: task.id, data: answer ?? {} }));
  return first ?? '';
}

async function fileBirth(services: Services, folder: string, hash: string, key: string): Promise<string> {
  const { store, library, now, runtime } = services;
  const person = samplePeople.find(({ login }) => login === parent);
  const pack = await store.read((tx) => library.version(tx, hash));
  const form = pack?.forms.get(pack.procedure.forms.application);
  if (form === undefined || person?.idNo === undefined || person.phone === undefined) throw new Error(`expected ${birth}, its form and the sample citizen ${parent}`);
  const applicant = { account: `account-${parent}`, name: person.name, idNo: person.idNo, phone: person.phone };
  const given = JSON.parse(await readFile(`${folder}/scenarios/applications/hospital.json`, 'utf8')) as Data;
  const born = new Date(Date.parse(now()) - 7 * 86_400_000).toISOString().slice(0, 10);
  const said: Data = {
    ...given, requester: { ...(given['requester'] as Data), name: person.name, idNo: person.idNo, phone: person.phone }, child: { ...(given['child'] as Data), name, birthDate: born },
    father: { ...(given['father'] as Data), name: person.name }, papers: { birthProof: [(await sampleFile(services, applicant.account, 'Giấy chứng sinh')) as Json] },
    linked: { residence: true, insurance: true }, residence: { with: 'father', address: '12 Đường Mẫu Một, Phường Sen Mẫu', head: person.name, headIdNo: person.idNo, consent: true }, insurance: { hospital: 'Bệnh viện Mẫu (giả định)' },
  };
  const { value: application, errors } = judge(form, said, now(), { communes: [{ value: '99001', label: { vi: 'Phường Sen Mẫu', en: 'Sample Sen Ward' } }] }, 'vi');
  if (errors.length > 0) throw new Error(`expected sample answers that the form takes, but ${JSON.stringify(errors)}`);
  return must(await runtime.file({
    actor: applicant.account, key, procedureHash: hash, unitId: ward, receivingUnitId: counter, application, applicant, channel: 'online', delivery: { method: 'electronic' }, subject: name, fileIds: filesIn(application).map(({ value }) => value.file),
  })).dossierId;
}

function must<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value;
  throw new Error(`expected the sample’s bundle to go on, but it was refused (${answer.refused}): ${answer.message}`);
}
