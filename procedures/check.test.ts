import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkPackage } from './check.ts';
import { isNote } from './finding.ts';
import { readFolder } from './folder.ts';
import { textOf, type PackageFiles } from './package-files.ts';
import { rules } from './rules/index.ts';

const sound = await readFolder(join(import.meta.dirname, 'construction-permit-house'));

/** The sound package with one file changed; the change must really change it. */
function broken(path: string, change: (text: string) => string): PackageFiles {
  const text = textOf(sound.get(path)!);
  const other = change(text);
  assert.notEqual(other, text, `nothing to change in ${path}`);
  return new Map([...sound, [path, other]]);
}
const swap = (path: string, from: string | RegExp, to: string) => () => broken(path, (text) => text.replace(from, to));
const without = (path: string) => () => new Map([...sound].filter(([name]) => name !== path));
const tax = await readFile(join(import.meta.dirname, '../connectors/tax.land.json'), 'utf8');
const withTax = (files: PackageFiles): PackageFiles => new Map([...files, ['connectors/tax.land.json', tax]]);
const process = 'process.bpmn';
const lawOf = (): string => (JSON.parse(textOf(sound.get('procedure.json')!)) as { readonly legalBasis: readonly { readonly id: string }[] }).legalBasis[0]!.id;

/** The step "examine" with something more inside. */
const examining = (inside: string) => swap(process, '<bpmn:outgoing>examine_conclusion</bpmn:outgoing>', `<bpmn:outgoing>examine_conclusion</bpmn:outgoing>${inside}`);

// What was broken, how, the rule that says so, and the element it points at.
const cases: readonly (readonly [string, () => PackageFiles, string, string])[] = [
  ['a step without a form', swap(process, ' motcua:form="assign"', ''), 'step-form', 'assign'],
  ['a form that is not there', without('forms/draft.json'), 'step-form', 'draft'],
  ['a step without a role', swap(process, ' motcua:role="clerk"', ''), 'step-role', 'number'],
  ['a role that nobody has', swap(process, 'motcua:role="clerk"', 'motcua:role="wizard"'), 'step-role', 'number'],
  ['a group among several that nobody is in', swap(process, 'motcua:role="clerk"', 'motcua:candidates="clerk,wizard"'), 'step-role', 'number'],
  ['a step that the applicant shares', swap(process, 'motcua:role="clerk"', 'motcua:candidates="clerk,applicant"'), 'step-role', 'number'],
  ['a role of its own by the code of another', swap('procedure.json', '"representative":', '"roles": { "cashier": { "name": { "vi": "Thu ngân", "en": "Till" }, "like": "clerk" } }, "representative":'), 'own-role', 'roles'],
  ['a role of its own that no step names', swap('procedure.json', '"representative":', '"roles": { "surveyor": { "name": { "vi": "Đo đạc", "en": "Surveyor" }, "like": "handler" } }, "representative":'), 'own-role', 'roles'],
  ['a unit that only one city has', swap(process, 'kind:fire-safety-office', '&quot;fire-safety-office&quot;'), 'unit-named', 'consultFire'],
  ['a guide that is not there', without('forms/guide.json'), 'forms-exist', 'forms.guide'],
  ['a component bound to no field', swap('procedure.json', '"papers.landPaper"', '"papers.moonPaper"'), 'paper-field', 'C2'],
  ['a component that nothing takes', swap('procedure.json', '"field": "papers.landPaper"', '"template": "none"'), 'paper-field', 'C2'],
  ['a place that nobody is asked for', swap('procedure.json', '"level": "commune"', '"level": "commune", "place": "work.address"'), 'place-asked', 'agency'],
  ['a subject that nobody answers', swap('procedure.json', '"representative":', '"subject": "site.nickname", "representative":'), 'field-known', 'subject'],
  ['an office that begins what people apply for', swap('procedure.json', '"channels": [', '"channels": ["office", '), 'start-by-hand', 'channels'],
  ['a protected applicant whose name is filled in', swap('procedure.json', '"representative":', '"protectsApplicant": true, "representative":'), 'applicant-protected', 'owner.name'],
  ['a condition on a field that no form has', swap(process, 'application.delivery.method = "post"', 'application.delivery.way = "post"'), 'field-known', 'way_returnByPost'],
  ['an event whose condition nobody can answer', swap(process, / motcua:result="withdrawal">(\s*<bpmn:outgoing>withdrawnEarly_earlyStopNotice<\/bpmn:outgoing>\s*)<bpmn:messageEventDefinition id="withdrawnEarly_event" messageRef="Message_dossier_withdraw"\/>/, '>$1<bpmn:conditionalEventDefinition id="withdrawnEarly_event"><bpmn:condition>withdrawn.early</bpmn:condition></bpmn:conditionalEventDefinition>'), 'field-known', 'withdrawnEarly'],
  ['a condition on an answer that cannot be given', swap(process, 'reception.outcome = "accept"', 'reception.outcome = "acept"'), 'field-known', 'receptionDecision_received'],
  ['a loop that goes on while nobody can say', examining('<bpmn:standardLoopCharacteristics><bpmn:loopCondition>examination.again</bpmn:loopCondition></bpmn:standardLoopCharacteristics>'), 'field-known', 'examine'],
  ['several times that are enough when nobody can say', examining('<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality><bpmn:completionCondition>examination.enough</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>'), 'field-known', 'examine'],
  ['a role of several that nobody chooses', swap(process, 'motcua:role="clerk"', 'motcua:candidates="clerk,handler" motcua:assignedRole="assign.role"'), 'field-known', 'number'],
  ['a condition on a step that is not there', swap(process, 'supplementCheck.outcome = "good"', 'supplementTest.outcome = "good"'), 'field-known', 'supplementGood_draft'],
  ['a component whose condition reads nothing', swap('procedure.json', 'site.heritage = true', 'site.heritages = true'), 'field-known', 'C7'],
  ['a look-up that is asked with what it does not take', swap('procedure.json', '"sheet": "site.mapSheetNo"', '"page": "site.mapSheetNo"'), 'look-up-known', 'lookUps'],
  ['a look-up that is asked with what nobody answers', swap('procedure.json', '"parcels": "site.parcelNo"', '"parcels": "site.parcels"'), 'look-up-known', 'lookUps'],
  ['a look-up at a question that nobody asks', swap('procedure.json', '"at": "site.zoneCheck"', '"at": "site.zone"'), 'look-up-known', 'lookUps'],
  ['an answer that is suggested at no question', swap('procedure.json', '"at": "site.zoneCheck",', ''), 'look-up-known', 'lookUps'],
  ['a suggestion by a look-up that is not there', swap('procedure.json', 'count(lookUps.planning.managedBy)', 'count(lookUps.plan.managedBy)'), 'look-up-known', 'lookUps'],
  ['a condition on a look-up that is not there', swap(process, 'lookUps.planning.managedBy', 'lookUps.plans.managedBy'), 'field-known', 'competenceRule'],
  ['a spot that nobody is asked for', swap('procedure.json', '"place": "site.address" }', '"place": "site.nowhere" }'), 'spot-known', 'spot'],
  ['a spot of a kind that nobody is asked for', swap('procedure.json', '"place": "site.address" }', '"place": "site.address", "kind": "site.sort" }'), 'spot-known', 'spot'],
  ['similar dossiers where none has a spot', swap('procedure.json', '"spot": { "place": "site.address" }', '"similar": { "within": 50 }'), 'spot-known', 'similar'],
  ['what a dossier is about, where people apply', swap('procedure.json', '"representative":', '"links": [{ "kind": "dossier", "question": "permitKind" }], "representative":'), 'link-known', 'links'],
  ['an escalation by a step that is not there', swap('procedure.json', '"representative":', '"duty": { "escalation": ["alarm"] }, "representative":'), 'spot-known', 'duty'],
  ['an answer that nobody gives', swap('procedure.json', '"representative":', '"answer": { "text": "reply.words" }, "representative":'), 'spot-known', 'answer'],
  ['a step that waits for data that only a later step gives', () => broken(process, (text) => text.replace(/(<bpmn:userTask id="assign"[^>]*?)(\/>|>)/, (_, open: string, close: string) => `${open}><bpmn:ioSpecification><bpmn:dataInput id="assignInput"/><bpmn:inputSet><bpmn:dataInputRefs>assignInput</bpmn:dataInputRefs></bpmn:inputSet><bpmn:outputSet/></bpmn:ioSpecification><bpmn:dataInputAssociation id="assignFrom"><bpmn:targetRef>assignInput</bpmn:targetRef><bpmn:transformation>examination</bpmn:transformation></bpmn:dataInputAssociation>${close === '/>' ? '</bpmn:userTask>' : ''}`)), 'data-awaited', 'assign'],
  ['a decision that is not there', swap(process, 'time-limit#timeLimit', 'time-limit#limit'), 'decision-exists', 'timeLimitRule'],
  ['an input that a decision waits for', swap(process, '<motcua:input name="channel">', '<motcua:input name="canal">'), 'decision-exists', 'feeRule'],
  ['a decision with a gap', swap('decisions/time-limit.dmn', '<text>"extend", "reissue"</text></inputEntry>', '<text>"extend"</text></inputEntry>'), 'decision-complete', 'timeLimit_table'],
  ['a rule of a table that answers nothing', swap('decisions/time-limit.dmn', /<outputEntry([^>]*)><text>[^<]*<\/text>/, '<outputEntry$1><text>null</text>'), 'decision-written', 'timeLimit_rule_1'],
  ['a formula that is not written', swap('decisions/fee.dmn', '</definitions>', '<decision id="copies" name="copies"><variable id="copies_variable" name="copies"/><literalExpression id="copies_expression"><text>null</text></literalExpression></decision></definitions>'), 'decision-written', 'copies'],
  ['a cell that reckons with what its table does not ask', swap('decisions/fee.dmn', '<text>75000</text>', '<text>Số bản cần cấp</text>'), 'cell-known', 'feeLines_rule_1'],
  ['a decision that stands in two files', () => new Map([...sound, ['decisions/again.dmn', sound.get('decisions/competence.dmn')!]]), 'decision-exists', 'competence'],
  ['a procedure without a number of the national list', swap('procedure.json', /"codes": \[[^\]]*\]/, '"codes": []'), 'national-code', 'codes'],
  ['a procedure whose number of the national list ends, and none follows', swap('procedure.json', /("codes": \[[^\]]*?),\s*\{[^}]*\}\s*\]/, '$1]'), 'national-code', 'codes'],
  ['a letter that is not there', without('letters/permit.json'), 'letter-exists', 'issuePermit'],
  ['a letter without a title', swap('letters/consultation-request.json', / *"subject": "[^"]*",\n/, ''), 'letter-form', 'head'],
  ['recipients as above, where nobody is', swap('letters/refusal.json', '"text": "Kính gửi: ', '"text": "Gửi: '), 'letter-form', 'blocks[8].boxes[0].recipients[0]'],
  ['a letter that does not say what it is to the applicant', swap('procedure.json', '"purpose": "internal",', ''), 'letter-purpose', 'letters.control-sheet'],
  ['letters of which none is a result', () => broken('procedure.json', (text) => text.replaceAll('"purpose": "result"', '"purpose": "along-the-way"')), 'letter-purpose', 'letters'],
  ['a variant of a letter that is not there', without('letters/permit-repair.json'), 'letter-exists', 'letters.permit'],
  ['a variant of a letter for what nobody answers', swap('procedure.json', '"when": "permitKind in (\\"repair\\"', '"when": "permitSort in (\\"repair\\"'), 'field-known', 'letters.permit'],
  ['a letter that tells what nobody asked', swap('letters/refusal.json', 'application.owner.name', 'application.owner.nickname'), 'letter-field', 'blocks[1].text'],
  ['a letter that names a value as a field does that is not there', swap('letters/refusal.json', '{{ application.owner.name }}', '{{ application.owner.kind | label:owner.kind }}'), 'letter-field', 'blocks[1].text'],
  ['a letter that tells a fact of the dossier which its issuer does not add', swap('letters/refusal.json', '{{ dossier.code }}', '{{ dossier.submittedAt }}'), 'letter-field', 'blocks[2].text'],
  ['a letter that waits for an input', swap('letters/refusal.json', '{{ inputs.reason }}', '{{ inputs.reasons }}'), 'letter-field', 'blocks[4].text'],
  ['a letter in which a law is still to be filled in', swap('letters/refusal.json', '{{ application.owner.name }}', 'Căn cứ …; {{ application.owner.name }}'), 'filled-in', 'blocks[1].text'],
  ['a law that is still the template’s', () => broken('procedure.json', (text) => text.replace(/("legalBasis": \[[^]*?"vi": ")[^"]*/, '$1Văn bản quy định thủ tục này (cần điền)')), 'filled-in', lawOf()],
  ['a sector that is still the template’s', () => broken('procedure.json', (text) => text.replace(/("sector": \{\s*"vi": ")[^"]*/, '$1Lĩnh vực')), 'filled-in', 'sector'],
  ['a sentence that speaks to the author of an empty page', () => broken('procedure.json', (text) => text.replace(/("summary": \{\s*"vi": ")[^"]*/, '$1Chỉ có nộp đơn và một bước trả lời; bạn tự vẽ phần còn lại.')), 'filled-in', 'summary'],
  ['a source that is still the template’s', () => broken('procedure.json', (text) => text.replace(/"source": "[^"]*"/, '"source": "Mẫu để bắt đầu; thay bằng căn cứ của thủ tục"')), 'filled-in', 'source'],
  ['a question whose basis is still the template’s', () => broken('forms/application.json', (text) => text.replace(/"basis": "[^"]*"/, '"basis": "Mẫu để bắt đầu; thay bằng căn cứ của thủ tục"')), 'filled-in', 'sources'],
  ['a step that is called as a new one is', () => broken(process, (text) => text.replace(/(<bpmn:userTask id="assign"[^>]*? name=")[^"]*/, '$1Bước mới')), 'still-unnamed', 'assign'],
  ['a choice that is called as a new one is', () => broken('forms/application.json', (text) => text.replace(/("value": "post",\s*"label": \{\s*"vi": ")[^"]*/, '$1Lựa chọn mới')), 'still-unnamed', 'delivery.method'],
  ['a question that is called as a new one is', () => broken('forms/application.json', (text) => text.replace(/("delivery.method": \{\s*"label": \{\s*"vi": ")[^"]*/, '$1Chọn một')), 'still-unnamed', 'delivery.method'],
  ['a page that is called as a new one is', () => broken('forms/application.json', (text) => text.replace(/("id": "delivery",\s*"section": "[^"]*",\s*"title": \{\s*"vi": ")[^"]*/, '$1Trang mới')), 'still-unnamed', 'delivery'],
  ['a choice that only Vietnamese readers have words for', () => broken('forms/application.json', (text) => text.replace(/("value": "post",\s*"label": \{\s*"vi": "[^"]*",\s*"en": ")[^"]*/, '$1New choice')), 'still-unnamed', 'delivery.method'],
  ['a notice that says nothing', swap(process, '<motcua:input name="notice">"apology"', '<motcua:input name="notice">"sorry"'), 'notice-exists', 'issueApology'],
  ['a notification that does not say of what', swap(process, '<motcua:input name="event">', '<motcua:input name="about">'), 'notice-exists', 'sendElectronic'],
  ['a register that nobody keeps', swap(process, '"permits"</motcua:input>', '"licences"</motcua:input>'), 'register-exists', 'numberPermit'],
  ['a connector that does not exist', swap(process, 'motcua:connector="notify"', 'motcua:connector="telepathy"'), 'connector-known', 'sendElectronic'],
  ['a step that hands a connector nothing', () => withTax(broken(process, (text) => text.replace('motcua:connector="notify"', 'motcua:connector="tax.land"'))), 'connector-inputs', 'sendElectronic'],
  ['a connector that no step asks for', () => withTax(sound), 'connector-known', 'name'],
  ['work of another agency that no step asks for', swap('procedure.json', '"resources": [', '"outside": [{ "topic": "tax.number", "name": { "vi": "Thuế", "en": "Tax" }, "source": "-", "mark": "design" }], "resources": ['), 'connector-known', 'outside.tax.number'],
  ['a resource that is not there', without('resources/so-do-vi-tri-mau.svg'), 'resources-exist', 'so-do-vi-tri-mau.svg'],
  ['a process that begins by itself every month', () => broken(process, (text) => text.replace(/(<bpmn:startEvent id="filed"[^]*?)(<\/bpmn:startEvent>)/, '$1<bpmn:timerEventDefinition id="monthly"><bpmn:timeCycle>R/P1M</bpmn:timeCycle></bpmn:timerEventDefinition>$2')), 'start-by-itself', 'filed'],
  ['a result that may be wanted in several ways, which nobody asks', () => broken('forms/application.json', (text) => text.replaceAll('"delivery"', '"handover"').replaceAll('"delivery.', '"handover.')), 'delivery-asked', 'delivery.method'],
  ['a way of giving the result that the procedure does not have', swap('procedure.json', '"method": "post"', '"method": "counter"'), 'delivery-asked', 'delivery.method'],
  ['a limit that is no time', swap(process, 'motcua:timeLimit="3 working days"', 'motcua:timeLimit="soon"'), 'time-sum', 'examine'],
  ['two limits at a time', swap('procedure.json', '"to": "2026-06-30", "source": "Danh mục năm 2025 (UBNDAI JSON), theo', '"to": "2026-07-05", "source": "Danh mục năm 2025 (UBNDAI JSON), theo'), 'validity', 'timeLimit'],
  ['a parameter whose usual value is of another kind', swap('procedure.json', '"conflicts": [', '"parameters": [{ "name": "rate", "label": { "vi": "Mức", "en": "Rate" }, "kind": "number", "usual": true, "source": "x", "mark": "design" }], "conflicts": ['), 'parameter-fits', 'parameters'],
  ['a service sheet that counts days which no limit has', swap('procedure.json', 'Hãy khởi công trong 12 tháng.', 'Hãy khởi công trong 77 ngày.'), 'sheet-days', 'sheet.after'],
  ['a service sheet that tells steps in another order than the process', () => broken('procedure.json', (text) => text.replace('"vi": "Soạn và ký"', '"vi": "Thẩm định hồ sơ"').replace('"vi": "Thẩm định"', '"vi": "Soạn kết quả"')), 'sheet-order', 'sheet.steps[2]'],
  ['a service sheet that types an amount', swap('procedure.json', 'Hãy khởi công trong 12 tháng.', 'Lệ phí 75.000 đồng.'), 'sheet-amounts', 'sheet.after'],
  ['a service sheet that promises what no dossier gets', swap('procedure.json', '"limit": "7 working days"', '"limit": "6 working days"'), 'time-sum', 'timeLimit'],
  ['a step without an English name', swap(process, ' motcua:nameEn="Assign"', ''), 'translated', 'assign'],
];

// What the proof of the process says.
const unproven: typeof cases = [
  ['steps that take longer than the law allows', swap(process, 'motcua:timeLimit="3 working days"', 'motcua:timeLimit="4 working days"'), 'time-sum', 'issueReceipt'],
  ['steps that take longer than the law allows some dossiers', swap(process, 'motcua:timeLimit="2 working days" motcua:citizenName="Đối chiếu giấy phép đã cấp"', 'motcua:timeLimit="3 working days" motcua:citizenName="Đối chiếu giấy phép đã cấp"'), 'time-sum', 'issueReceipt'],
  ['a join that awaits agencies nobody asked', () => broken(process, (text) => text.replace('<bpmn:inclusiveGateway id="consultJoin">', '<bpmn:parallelGateway id="consultJoin">').replace(/(id="consultJoin">[^]*?)<\/bpmn:inclusiveGateway>/, '$1</bpmn:parallelGateway>')), 'option-to-complete', 'consultJoin'],
  ['agencies that may be none', swap('forms/examination.json', '"consult": { "type": "array", "minItems": 1,', '"consult": { "type": "array",'), 'gateway-gap', 'consultSplit'],
  ['a value that no rule of a decision gives', swap(process, '=fee.total &gt; 0', '=competence.unitKind = "moon"'), 'dead-element', 'requestFee'],
  ['an answer that was ruled out before', swap(process, '=payment.state = "pending"', '=fee.total &lt; 0'), 'dead-element', 'awaitPayment'],
];

/** Rules need no proof. */
const unlooked = { states: 1 };

describe('checking a package', () => {
  it('finds no fault in a sound one, and notes which work may come back any number of times', async () => {
    assert.deepEqual((await checkPackage(sound)).map(({ severity, rule, element }) => `${severity} ${rule} ${element}`), ['note validity legalBasis', 'note time-rounded issueReceipt', 'note time-rounded issueReceipt', 'note time-unbounded examine']);
  });

  for (const [what, make, rule, element] of [...cases, ...unproven]) {
    it(`says so of ${what}`, async () => {
      const findings = await checkPackage(make(), rules.some(({ name }) => name === rule) && !unproven.some(([name]) => name === what) ? unlooked : {});
      const found = findings.find((finding) => finding.rule === rule && finding.element === element);
      assert.ok(found, `no ${rule} at ${element}: ${JSON.stringify(findings, null, 1)}`);
      assert.ok(found.message.length > 20 && found.file !== undefined);
    });
  }

  it('knows what is counted where a step is done several times or several ways come', async () => {
    const found = async (files: PackageFiles) => (await checkPackage(files, unlooked)).filter(({ rule }) => rule === 'field-known').map(({ message }) => message);
    const said = (loop: string) => found(examining(loop)());
    assert.deepEqual(await said('<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>3</bpmn:loopCardinality><bpmn:completionCondition>numberOfCompletedInstances + numberOfTerminatedInstances &gt;= numberOfInstances - numberOfActiveInstances</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>'), []);
    assert.deepEqual(await said('<bpmn:standardLoopCharacteristics><bpmn:loopCondition>loopCounter &lt; 2</bpmn:loopCondition></bpmn:standardLoopCharacteristics>'), []);
    const votes = (condition: string) => found(swap(process, /<bpmn:inclusiveGateway id="consultJoin">([\s\S]*?)<\/bpmn:inclusiveGateway>/, `<bpmn:complexGateway id="consultJoin">$1<bpmn:activationCondition>${condition}</bpmn:activationCondition></bpmn:complexGateway>`)());
    assert.deepEqual(await votes('activationCount &gt;= 2'), []);
    assert.equal((await votes('activationCounts &gt;= 2')).length, 1);
  });

  const unreachable = async (from: string, to: string) => {
    const findings = await checkPackage(swap(process, from, to)(), unlooked);
    return findings.filter(({ rule }) => rule === 'reachable').map(({ element }) => element).toSorted();
  };

  it('says so of steps that only lead to one another', async () => {
    const found = await unreachable('sourceRef="receptionDecision" targetRef="receptionRequest"', 'sourceRef="receptionSupplement" targetRef="receptionRequest"');
    assert.deepEqual(found, ['notCompleted', 'receptionRequest', 'receptionSilence', 'receptionSupplement']);
  });

  it('says so of steps that lead to no end', async () => {
    assert.deepEqual(await unreachable('sourceRef="issueApology" targetRef="apologised"', 'sourceRef="issueApology" targetRef="apologise"'), ['apologise', 'dueSoon', 'issueApology', 'stillDueSoon', 'waitForDue']);
  });

  it('tells the longest way as a story', async () => {
    const findings = await checkPackage(swap(process, 'motcua:timeLimit="3 working days"', 'motcua:timeLimit="4 working days"')());
    const story = findings.find(({ rule }) => rule === 'time-sum')?.counterexample ?? [];
    const steps = ['reception', 'issueReceipt', 'assign', 'examine', 'draft', 'review', 'sign', 'number'];
    assert.deepEqual(story.filter((id) => steps.includes(id)), steps);
  });

  it('tells for which dossiers the law allows less than the steps take', async () => {
    const findings = await checkPackage(swap(process, 'motcua:timeLimit="2 working days" motcua:citizenName="Đối chiếu giấy phép đã cấp"', 'motcua:timeLimit="3 working days" motcua:citizenName="Đối chiếu giấy phép đã cấp"')());
    const { message, messageVi, counterexample = [] } = findings.find(({ rule }) => rule === 'time-sum')!;
    assert.match(message, /at most 5 working days, as row 4 of time-limit#timeLimit says \(Kind of permit: Extend an issued permit, Replace a permit\), but the longest way of such a dossier takes 6 working days/);
    assert.match(messageVi!, /theo dòng 4 của bảng time-limit#timeLimit \(Loại giấy phép: Gia hạn giấy phép đã cấp, Cấp lại giấy phép\), nhưng đường dài nhất của hồ sơ như vậy mất 6 ngày làm việc/);
    assert.deepEqual(counterexample.filter((id) => ['examine', 'checkPermit', 'checkSupplement'].includes(id)), ['checkPermit', 'checkSupplement']);
  });

  // Two faults in different files: neither hides the other.
  const limit = (text: string) => text.replace('motcua:timeLimit="3 working days"', 'motcua:timeLimit="soon"');
  const role = (text: string) => text.replace(' motcua:role="clerk"', '');
  const also: readonly (readonly [what: string, path: string, change: (text: string) => string, rule: string])[] = [
    ['a procedure.json that is no JSON', 'procedure.json', (text) => text.slice(0, -20), 'json'],
    ['a procedure.json of another shape', 'procedure.json', (text) => text.replace('"components": [', '"papers": ['), 'procedure-file'],
    ['a form that is no JSON', 'forms/examination.json', (text) => text.slice(0, -20), 'json'],
    ['a form with a name twice', 'forms/examination.json', (text) => text.replace('{', '{ "title": {},'), 'json'],
    ['a form with a number that would be rounded', 'forms/examination.json', (text) => text.replace('{', '{ "most": 100000000000000000001,'), 'json'],
    ['a letter of another shape', 'letters/refusal.json', (text) => text.replace('"blocks":', '"block":'), 'letter-file'],
    ['a decision table that cannot be read', 'decisions/fee.dmn', (text) => text.slice(0, -20), 'decision'],
  ];
  for (const [what, path, change, rule] of also)
    it(`finds the steps’ faults beside ${what}, and nothing that is not so`, async () => {
      const files = new Map([...broken(process, (text) => role(limit(text))), [path, textOf(broken(path, change).get(path)!)]]);
      const found = await checkPackage(files, unlooked);
      assert.deepEqual([...new Set(found.filter((one) => !isNote(one)).map((one) => one.rule))].toSorted(), [rule, 'step-role', 'time-sum'].toSorted(), JSON.stringify(found, null, 1));
    });

  it('and finds what forms, letters and procedure.json say beside a drawing that cannot be read', async () => {
    const files = new Map([...broken(process, (text) => text.slice(0, -20)), ['procedure.json', textOf(broken('procedure.json', (text) => text.replace('"papers.landPaper"', '"papers.moonPaper"')).get('procedure.json')!)]]);
    assert.deepEqual((await checkPackage(files, unlooked)).filter((one) => !isNote(one)).map((one) => one.rule).toSorted(), ['malformed', 'paper-field']);
  });

  it('has a broken package for every rule', () => {
    const tried = new Set(['reachable', ...cases.map(([, , rule]) => rule)]);
    assert.deepEqual(rules.map(({ name }) => name).filter((name) => !tried.has(name)), []);
  });
});
