import assert from 'node:assert/strict';
import { changeTables, type Change } from '../../decisions/change-tables.ts';
import { readTables, type TableView } from '../../decisions/table-file.ts';
import type { Called } from './called.ts';
import { plainFile } from './decision-plain.ts';
import { decisionSentences } from './decision-words.ts';
import { isSame } from './shape.ts';
import { mutatedDmn } from './testing/mutated-dmn.ts';
import { calledBy, codesIn, faultIn, shipped, telling, textsOf } from './testing/packages.ts';

/** Every kind of boxed logic and of element that a decision file may hold, each with all that it may say. */
const whole = `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" xmlns:motcua="urn:motcua:dmn:1" id="d" name="Tệp mẫu" motcua:nameEn="Sample file" namespace="urn:mau" expressionLanguage="https://www.omg.org/spec/DMN/20230324/FEEL/" typeLanguage="FEEL" exporter="Mẫu" exporterVersion="1">
  <import id="im" name="Chung" namespace="urn:chung" importType="dmn" locationURI="chung.dmn"/>
  <itemDefinition id="it" name="Người" label="Người nộp" isCollection="true" typeLanguage="FEEL"><itemComponent name="Tên gọi"><typeRef>string</typeRef><allowedValues><text>"An"</text></allowedValues></itemComponent><itemComponent name="Ngày sinh"><typeRef>date</typeRef><typeConstraint expressionLanguage="FEEL"><text>&lt; 5</text></typeConstraint></itemComponent></itemDefinition>
  <itemDefinition id="fn" name="Cách tính"><functionItem outputTypeRef="number"><parameters name="diện tích" typeRef="number"/></functionItem></itemDefinition>
  <inputData id="a" name="a"><description>Diện tích</description><variable name="a" typeRef="number"/></inputData><inputData id="b" name="b"><description>Loại nhà</description><variable name="b" typeRef="string"/></inputData>
  <decision id="t" name="t" motcua:nameEn="Fee"><description>Mức phí</description><question>Phí bao nhiêu?</question><allowedAnswers>Một số tiền</allowedAnswers><variable name="mức phí" typeRef="number"/>
    <informationRequirement><requiredInput href="#a"/></informationRequirement><informationRequirement><requiredDecision href="#c"/></informationRequirement><knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement><authorityRequirement><requiredAuthority href="#s"/></authorityRequirement>
    <supportedObjective href="#o"/><impactedPerformanceIndicator href="#p"/><decisionMaker href="#u"/><decisionOwner href="#u"/><usingProcess href="#up"/><usingTask href="#ut"/>
    <decisionTable hitPolicy="COLLECT" aggregation="SUM" preferredOrientation="Rule-as-Row" outputLabel="Phí">
      <input id="i1" label="Diện tích"><inputExpression typeRef="number" expressionLanguage="FEEL"><text>a</text></inputExpression><inputValues><text>1, 2</text></inputValues></input><input id="i2" label="Loại"><inputExpression typeRef="string"><text>b</text></inputExpression></input>
      <output id="o1" name="amount" label="Số tiền" motcua:nameEn="Amount" typeRef="number"><outputValues><text>5, 6</text></outputValues><defaultOutputEntry><text>0</text></defaultOutputEntry></output><annotation name="Căn cứ" motcua:nameEn="Basis"/><annotation name="Nguồn"/>
      <rule id="r1"><description>Nhà nhỏ</description><inputEntry><text>&lt; 50</text></inputEntry><inputEntry expressionLanguage="FEEL"><text>"nhà ở"</text></inputEntry><outputEntry><text>75000</text></outputEntry><annotationEntry><text>Nghị quyết</text></annotationEntry><annotationEntry><text>Đã đọc</text></annotationEntry></rule>
      <rule id="r2"><inputEntry><text>&gt;= 50</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>a * 1500</text></outputEntry><annotationEntry><text/></annotationEntry><annotationEntry><text>Chưa đọc</text></annotationEntry></rule>
    </decisionTable></decision>
  <decision id="c" name="c"><description>Ngữ cảnh</description><context typeRef="context"><contextEntry><variable name="phần đầu" typeRef="number"/><literalExpression typeRef="number" expressionLanguage="FEEL"><text>a + 1</text><importedValues name="x"/></literalExpression></contextEntry><contextEntry><variable name="phần sau"/><literalExpression><text>a * 2</text></literalExpression></contextEntry></context></decision>
  <decision id="v" name="v"><description>Gọi cách tính</description><invocation><literalExpression><text>tính</text></literalExpression><binding><parameter name="diện tích"/><literalExpression><text>a</text></literalExpression></binding></invocation></decision>
  <decision id="r" name="r"><description>Bảng dữ liệu</description><relation><column name="Tên gọi" typeRef="string"/><column name="Giá"/><row><literalExpression><text>"Một"</text></literalExpression><literalExpression><text>1</text></literalExpression></row><row><literalExpression><text>"Hai"</text></literalExpression><literalExpression><text>2</text></literalExpression></row></relation></decision>
  <decision id="l" name="l"><description>Danh sách</description><list><literalExpression><text>1</text></literalExpression><literalExpression><text>2</text></literalExpression></list></decision>
  <decision id="n" name="n"><description>Có điều kiện</description><conditional><if><literalExpression><text>a > 3</text></literalExpression></if><then><literalExpression><text>"Có"</text></literalExpression></then><else><literalExpression><text>"Không"</text></literalExpression></else></conditional></decision>
  <decision id="f" name="f"><description>Từng mục</description><for iteratorVariable="mục này"><in><literalExpression><text>[1, 2]</text></literalExpression></in><return><literalExpression><text>2</text></literalExpression></return></for></decision>
  <decision id="q" name="q"><description>Mọi mục</description><every iteratorVariable="mục này"><in><literalExpression><text>[1, 2]</text></literalExpression></in><satisfies><literalExpression><text>true</text></literalExpression></satisfies></every></decision>
  <decision id="e" name="e"><description>Lọc</description><filter><in><literalExpression><text>[1, 2]</text></literalExpression></in><match><literalExpression><text>item > 1</text></literalExpression></match></filter></decision>
  <decision id="h" name="h"><description>Hàm</description><functionDefinition kind="FEEL"><formalParameter name="diện tích" typeRef="number"/><literalExpression><text>1</text></literalExpression></functionDefinition></decision>
  <businessKnowledgeModel id="k" name="tính phí"><variable name="tính phí" typeRef="number"/><encapsulatedLogic kind="FEEL"><formalParameter name="diện tích" typeRef="number"/><formalParameter name="hệ số" typeRef="number"/><literalExpression><text>3</text></literalExpression></encapsulatedLogic><knowledgeRequirement><requiredKnowledge href="#k2"/></knowledgeRequirement></businessKnowledgeModel>
  <decisionService id="ds" name="dịch vụ phí"><outputDecision href="#t"/><encapsulatedDecision href="#c"/><inputDecision href="#v"/><inputData href="#a"/></decisionService>
  <knowledgeSource id="s" name="nghị quyết"><authorityRequirement><requiredInput href="#a"/></authorityRequirement><type>luật</type><owner href="#u"/></knowledgeSource>
  <performanceIndicator id="p" name="số ngày" URI="urn:p"><impactingDecision href="#t"/></performanceIndicator><organizationUnit id="u" name="phòng mẫu"><decisionMade href="#t"/><decisionOwned href="#t"/></organizationUnit>
  <textAnnotation id="ta" textFormat="text/plain"><text>Xem nghị quyết</text></textAnnotation><association associationDirection="None"><sourceRef href="#t"/><targetRef href="#ta"/></association><group name="nhóm"/><elementCollection name="gom"><drgElement href="#t"/></elementCollection>
</definitions>`;

const house = textsOf('construction-permit-house');
const fee = house.get('decisions/fee.dmn')!;
const limit = house.get('decisions/time-limit.dmn')!;

describe('a change of a decision file, told in words', () => {
  for (const key of shipped)
    it(`is told wherever the tables of ${key} may change, without a code of the package`, async () => {
      const texts = textsOf(key);
      const codeIn = codesIn(texts);
      const faults: string[] = [];
      for (const language of key === 'construction-permit-house' ? (['vi', 'en'] as const) : (['vi'] as const)) {
        const told = await telling(language);
        const called = await calledBy(texts, told);
        const seen = new Set<string>();
        for (const [path, before] of texts) {
          const [, file] = /^decisions\/(.+)\.dmn$/.exec(path) ?? [];
          if (file === undefined) continue;
          for (const one of mutatedDmn(before)) {
            if (seen.has(`${one.at} ${one.did}`)) continue;
            const next = one.xml;
            if (isSame(plainFile(before), plainFile(next))) continue;
            seen.add(`${one.at} ${one.did}`);
            const fault = faultIn(decisionSentences(file, before, next, called), codeIn, told);
            if (fault !== undefined) faults.push(`${language} ${one.at} ${one.did}: ${path} ${fault}`);
          }
        }
      }
      assert.deepEqual(faults, []);
    });

  it('has words for every kind of logic and element, and all that they say', async () => {
    const faults: string[] = [];
    let count = 0;
    for (const language of ['vi', 'en'] as const) {
      const told = await telling(language);
      const called = await calledBy(house, told);
      assert.deepEqual(decisionSentences('x', whole, whole.replaceAll('\n', '\n  '), called), [called.text('onlyDrawing')]);
      for (const { at, did, xml } of mutatedDmn(whole)) {
        count += 1;
        // the sentences are the same in both languages: a part of them stands for English
        if (language === 'en' && count % 5 > 0) continue;
        if (isSame(plainFile(whole), plainFile(xml))) continue;
        const fault = faultIn(decisionSentences('x', whole, xml, called), (sentence) => /undefined|\[object|dmn[A-Z]\w+|#\w+/.exec(sentence)?.[0], told);
        if (fault !== undefined) faults.push(`${language} ${at} ${did}: ${fault}`);
      }
    }
    assert.deepEqual(faults, []);
    assert.ok(count > 500, String(count));
  });

  describe('of a table', () => {
    let called: Called;
    let table: TableView;
    before(async () => {
      called = await calledBy(house, await telling('vi'));
      const read = await readTables(limit, 'vi');
      assert.ok('decisions' in read);
      table = read.decisions.find((one) => one.kind === 'table')!;
    });
    const said = async (...changes: ((table: TableView) => Change)[]) => {
      let xml = limit;
      for (const change of changes) xml = await changeTables(xml, change(table));
      return decisionSentences('time-limit', limit, xml, called);
    };

    it('is nothing where only the file is written otherwise', async () => assert.deepEqual(await said(), [called.text('onlyDrawing')]));
    it('says amounts and time limits in words', () => {
      assert.match(decisionSentences('fee', fee, fee.replace('75000', '60000'), called).join('\n'), /dòng 1, cột “.*”: từ “75\.000.đ” thành “60\.000.đ”\.$/);
      assert.match(decisionSentences('time-limit', limit, limit.replace('"7 working days"', '"6 working days"'), called).join('\n'), /dòng 1, cột .*: từ “7 ngày làm việc” thành “6 ngày làm việc”\.$/);
    });
    it('says a row that came or went with what it holds', async () => {
      assert.match((await said(({ id, rules }) => ({ change: 'remove', decision: id, rule: rules[0]!.id }))).join('\n'), /: bỏ dòng 1 \(.*7 ngày làm việc.*\)\.$/);
      assert.match((await said(({ id, rules }) => ({ change: 'move', decision: id, rule: rules[0]!.id, by: 1 }))).join('\n'), /đổi thứ tự, nay là/);
    });
    it('says a column that came with what its rows hold, one that went, and one that is called otherwise', () => {
      const added = limit.replace(/<output [^>]*\/>/, (output) => `${output}<output id="fresh" name="fresh" label="Cách tính mới" typeRef="string"/>`).replaceAll(/(<outputEntry (?:(?!<outputEntry)[\s\S])*?<\/outputEntry>)(?=\s*<annotationEntry|\s*<\/rule>)/g, (cell) => `${cell}<outputEntry><text>"Mới"</text></outputEntry>`);
      assert.notEqual(added, limit);
      const come = decisionSentences('time-limit', limit, added, called);
      assert.equal(come.length, 1, come.join('\n'));
      assert.match(come[0]!, /thêm cột “Cách tính mới” \(dòng 1: “Mới”, dòng 2: “Mới”/);
      assert.match(decisionSentences('time-limit', added, limit, called).join('\n'), /bỏ cột “Cách tính mới”\.$/);
      assert.match(decisionSentences('time-limit', added, added.replace('Cách tính mới', 'Cách tính'), called).join('\n'), /cột “Cách tính”, tên, tiếng Việt: từ “Cách tính mới” thành “Cách tính”/);
    });
    it('says how rows are chosen', async () => assert.match((await said(({ id }) => ({ change: 'policy', decision: id, policy: 'FIRST' }))).join('\n'), /khi nhiều dòng cùng đúng: .*“Lấy dòng đầu tiên/));
    it('is not said where a file cannot be read', () => assert.deepEqual(decisionSentences('x', limit, 'no xml', called), [called.text('fileChanged')]));
  });
});
