import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { jsonFault, nameTwice } from './json-fault.ts';
import { xmlFault } from './xml-fault.ts';

describe('A text that cannot be read', () => {
  const xml: Readonly<Record<string, readonly [string, string | undefined]>> = {
    'nothing': ['', 'the file is empty'],
    'blanks': ['\n  \n', 'the file is empty'],
    'no XML': ['\n  xin chào', '"xin chào" at line 2, column 3 stands outside of the outermost element'],
    'another tag closed': ['<a>\n  <b>\n  </c>\n</a>', '</c> at line 3, column 3 stands where <b> of line 2, column 3 has to be closed'],
    'a tag closed too often': ['<a></a></a>', '</a> at line 1, column 8 closes what was never opened'],
    'a file cut short': ['<a>\r\n<b>', 'the file ends before <b> of line 2, column 1 is closed'],
    'a tag cut short': ['<a><b id="x', '<b id="x at line 1, column 4 is cut off'],
    'an attribute without quotes': ['<a>\n<b id=x/></a>', '<b id=x/> at line 2, column 1 is no tag: a name, then attributes such as name="value"'],
    'an attribute twice': ['<a id="1" name="2"\n id="3"/>', '<a> at line 1, column 1 has the attribute id twice'],
    'an open comment': ['<a>\n<!-- </a>', 'the comment that begins at line 2, column 1 never ends'],
    'two documents': ['<a/>\n<b/>', '<b> at line 2, column 1 is a second outermost element'],
    'a document': ['\uFEFF<?xml version="1.0"?>\n<!-- x --><p:a xmlns:p=\'u\' b = "c > d">x<![CDATA[<]]><c/></p:a >\n', undefined],
  };
  for (const [name, [text, fault]] of Object.entries(xml)) it(`is told with its place: ${name} in XML`, () => assert.equal(xmlFault(text), fault));

  const json: Readonly<Record<string, readonly [string, string | undefined]>> = {
    'nothing': [' \n', 'the file is empty'],
    'half an object': ['{"a":', 'it ends where a value has to follow'],
    'words': ['\n hello', 'at line 2, column 2 it has "hello" instead of a value'],
    'a comma too many': ['{\n  "a": 1,\n}', 'at line 3, column 1 it has "}" instead of a name in double quotes'],
    'single quotes': ["{'a':1}", 'at line 1, column 2 it has "\'" instead of a name in double quotes or "}"'],
    'a bracket of the other kind': ['[1}', 'at line 1, column 3 it has "}" instead of "," or the closing bracket'],
    'two values': ['1 2', 'at line 1, column 3 it has "2" instead of nothing more'],
    'an open text': ['["a', 'at line 1, column 2 it has "\\"" instead of a value or "]"'],
  };
  for (const [name, [text, fault]] of Object.entries(json)) it(`is told with its place: ${name} in JSON`, () => assert.equal(jsonFault(text), fault));

  const names: Readonly<Record<string, readonly [string, string | undefined]>> = {
    'in one object': ['{"a": 1,\n "a": 2}', 'at line 2, column 2 it has the name "a" for the second time in one object'],
    'written otherwise': [String.raw`[{"b": {"\u0061": {}, "a": []}}]`, 'at line 1, column 23 it has the name "a" for the second time in one object'],
    'in two objects': ['{"a": {"a": 1}, "b": [{"a": 1}, {"a": "a"}]}', undefined],
    'in a text': [String.raw`{"a": "\",\"a\":1", "b\\": ["a", "a"]}`, undefined],
  };
  for (const [name, [text, fault]] of Object.entries(names)) it(`is told with its place: a name twice ${name} in JSON`, () => assert.equal(nameTwice(text), fault));

  const parses = (read: () => unknown): boolean => {
    try {
      read();
      return true;
    } catch {
      return false;
    }
  };

  it('is JSON exactly when the parser reads it, however it is damaged', () => fc.assert(fc.property(fc.json(), fc.nat(), fc.constantFrom('', '"', ',', '}', '[', '0', ' '), (text, where, damage) => {
    const damaged = `${text.slice(0, where % (text.length + 1))}${damage}${text.slice((where + 1) % (text.length + 1))}`;
    assert.equal(jsonFault(damaged) === undefined, parses(() => JSON.parse(damaged)), damaged);
  }), { numRuns: 2000 }));

  it('has no fault when it is a drawing that others made', async () => {
    const folder = join(import.meta.dirname, 'bpmn/foreign/fixtures');
    for (const name of await readdir(folder)) assert.equal(xmlFault(await readFile(join(folder, name), 'utf8')), undefined, name);
  });
});
