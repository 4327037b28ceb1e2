import assert from 'node:assert/strict';
import { loss } from './xml-loss.ts';

const whole = `<?xml version="1.0"?>
<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="urn:di" xmlns:x="urn:x" id="d"><b:process id="p" isExecutable="false"><b:extensionElements><x:a x:kind="1" kind="1">text &amp; more</x:a></b:extensionElements>
<b:task id="t" name="A&#233;"/><b:userTask id="u"/><b:task id="t2"><b:incoming>f</b:incoming></b:task></b:process><di:edge id="e"><di:point x="1" y="2.0"/><di:point x="3" y="4"/></di:edge></b:definitions>`;

describe('What is lost between two documents', () => {
  const same: Readonly<Record<string, readonly [string, string]>> = {
    'another prefix': ['b:', 'bpmn:'],
    'a default left out': [' isExecutable="false"', ''],
    'a number without fraction': ['"2.0"', '"2"'],
    'a reference with a prefix': ['>f<', '>b:f<'],
    'another order of other kinds': ['<b:task id="t" name="A&#233;"/><b:userTask id="u"/>', '<b:userTask id="u"/><b:task id="t" name="Aé"/>'],
    'the same attribute said twice': [' x:kind="1" kind="1"', ' kind="1"'],
    'comments and white space': ['<b:userTask id="u"/>', '<!-- here -->\n  <b:userTask id="u"></b:userTask>'],
  };
  for (const [name, [from, to]] of Object.entries(same)) {
    it(`is nothing by ${name}`, () => {
      assert.ok(whole.includes(from));
      const written = whole.replaceAll(from, to).replace('xmlns:b=', to === 'bpmn:' ? 'xmlns:bpmn=' : 'xmlns:b=');
      assert.equal(loss(whole, written), undefined);
    });
  }

  const different: Readonly<Record<string, readonly [string, string, RegExp]>> = {
    'an element': ['<b:userTask id="u"/>', '', /process#p lost <.*userTask/],
    'an attribute': [' name="A&#233;"', '', /task#t: .* became/],
    'a value': ['x="3"', 'x="4"', /edge#e\/point: .*x=3.* became .*x=4/],
    'a text': ['text &amp; more', 'text more', /a: .* became/],
    'one of two attributes that differ': [' x:kind="1" kind="1"', ' x:kind="2"', /a: .* became/],
    'the order of waypoints': ['<di:point x="1" y="2.0"/><di:point x="3" y="4"/>', '<di:point x="3" y="4"/><di:point x="1" y="2"/>', /edge#e: what it holds stands in another order/],
    'what was not there before': ['<b:userTask id="u"/>', '<b:userTask id="u"/><b:userTask id="w"/>', /process#p gained/],
  };
  for (const [name, [from, to, found]] of Object.entries(different)) {
    it(`is found: ${name}`, () => {
      assert.ok(whole.includes(from));
      assert.match(loss(whole, whole.replace(from, to)) ?? 'nothing', found);
    });
  }
});
