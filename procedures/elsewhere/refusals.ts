import type { LocalText } from '../../engine/definition.ts';
import { sayVi } from '../refusals/say.ts';

const file = (name: string): string => `“${name.slice(0, 100)}”`;

/** Why a file is not taken in: what was expected, what came, and what to do. */
export const refusals = {
  none: (): LocalText => ({ vi: 'Chưa có tệp nào. Hãy chọn một sơ đồ .bpmn hoặc một biểu đồ trạng thái .json.', en: 'There is no file. Choose a .bpmn diagram or a .json statechart.' }),
  unknown: (name: string): LocalText => ({
    vi: `Cần sơ đồ BPMN 2.0 (XML), máy trạng thái XState (JSON) hoặc bảng DMN (XML), nhưng tệp ${file(name)} không phải XML, cũng không phải JSON. Hãy xuất lại từ công cụ vẽ dưới dạng BPMN 2.0 XML (.bpmn).`,
    en: `Expected a BPMN 2.0 diagram (XML), an XState machine (JSON) or a DMN table (XML), but the file ${file(name)} is neither XML nor JSON. Export it again from the drawing tool as BPMN 2.0 XML (.bpmn).`,
  }),
  encoding: (name: string, label: string): LocalText => ({
    vi: `Cần chữ UTF-8, nhưng tệp ${file(name)} không đọc được theo bảng mã ${label}. Hãy lưu lại tệp với bảng mã UTF-8.`,
    en: `Expected text in UTF-8, but the file ${file(name)} cannot be read as ${label}. Save the file again in UTF-8.`,
  }),
  tooLarge: (name: string, size: number, most: number): LocalText => ({
    vi: `Mỗi tệp được tối đa ${most.toLocaleString('vi')} ký tự, nhưng tệp ${file(name)} có ${size.toLocaleString('vi')}. Hãy bỏ hình ảnh nhúng trong sơ đồ, hoặc tách sơ đồ thành nhiều tệp.`,
    en: `A file may have at most ${most.toLocaleString('en')} characters, but ${file(name)} has ${size.toLocaleString('en')}. Take out pictures that the diagram holds, or split it into several files.`,
  }),
  unreadable: (name: string, message: string): LocalText => ({
    vi: `Không đọc được tệp ${file(name)}: ${sayVi(message) ?? message}. Hãy mở tệp trong công cụ đã vẽ ra nó rồi lưu lại dạng BPMN 2.0 XML.`,
    en: `The file ${file(name)} cannot be read: ${message}. Open it in the tool that it was drawn with, and save it again as BPMN 2.0 XML.`,
  }),
  hostile: (name: string, message: string): LocalText => ({
    vi: `Không nhận tệp ${file(name)}: ${sayVi(message) ?? message}. Sơ đồ không cần những khai báo ấy: hãy xóa phần <!DOCTYPE …> ở đầu tệp, hoặc xuất lại từ công cụ vẽ.`,
    en: `The file ${file(name)} is not taken: ${message}. A diagram needs no such declaration: delete the <!DOCTYPE …> at its beginning, or export it again from the drawing tool.`,
  }),
  noProcess: (name: string): LocalText => ({
    vi: `Cần ít nhất một quy trình có các bước, nhưng tệp ${file(name)} không có bước nào. Hãy kiểm tra xem có chọn nhầm tệp không.`,
    en: `Expected at least one process with steps, but the file ${file(name)} has none. See whether it is the file that you meant.`,
  }),
  notDrawn: (name: string): LocalText => ({
    vi: `Tệp ${file(name)} có quy trình nhưng không có hình vẽ (BPMNDiagram), và các bước không có mã (id) nên không tự xếp hình được. Hãy mở tệp trong Camunda Modeler hoặc bpmn.io, vẽ các bước rồi lưu lại.`,
    en: `The file ${file(name)} has a process but no drawing (BPMNDiagram), and its steps have no ids by which they could be drawn. Open it in Camunda Modeler or bpmn.io, draw the steps, and save it again.`,
  }),
  notChart: (name: string, message: string, messageVi = sayVi(message) ?? message): LocalText => ({
    vi: `Cần máy trạng thái XState v5 viết bằng JSON, nhưng tệp ${file(name)} thì không: ${messageVi}. Hãy xuất máy ra JSON (một đối tượng có “initial” và “states”).`,
    en: `Expected an XState v5 machine written as JSON, but the file ${file(name)} is none: ${message}. Export the machine as JSON (an object with “initial” and “states”).`,
  }),
  notDecision: (name: string, message: string, messageVi: string | undefined): LocalText => ({
    vi: `Không đọc được bảng quyết định trong tệp ${file(name)}: ${messageVi ?? message}. Hãy xuất lại dạng DMN 1.3 trở lên.`,
    en: `The decision tables of the file ${file(name)} cannot be read: ${message}. Export them again as DMN 1.3 or later.`,
  }),
  onlyDecisions: (): LocalText => ({
    vi: 'Bảng quyết định không phải là quy trình. Hãy chọn thêm tệp .bpmn của quy trình (chọn được nhiều tệp một lần), hoặc mở tệp này ở trang Bảng quyết định của một thủ tục.',
    en: 'A decision table is no process. Choose the .bpmn file of the process with it (several files can be chosen at once), or open this file on the page of decisions of a procedure.',
  }),
  several: (names: readonly string[]): LocalText => ({
    vi: `Mỗi thủ tục chỉ có một biểu đồ trạng thái, không kèm sơ đồ, nhưng có ${names.map(file).join(', ')}. Hãy nhập từng tệp thành một thủ tục.`,
    en: `A procedure has one statechart and no diagram beside it, but there are ${names.map(file).join(', ')}. Take each in as a procedure of its own.`,
  }),
} as const;
