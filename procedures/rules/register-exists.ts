import { evaluate } from '../../engine/expression/feel.ts';
import { called, error, nodesOf, type Rule } from './rule.ts';

const anyInstant = '2000-01-01T00:00:00Z';

/** A step that takes a number says from which register, and procedure.json describes it. */
export const registerExists: Rule = {
  name: 'register-exists',
  *check(loaded) {
    for (const node of nodesOf(loaded)) {
      if (node.step.connector !== 'register.number') continue;
      const input = node.step.inputs?.['register'];
      const result = input ? evaluate(input.text, {}, anyInstant) : { failed: 'no input' };
      const register = 'value' in result && typeof result.value === 'string' ? result.value : undefined;
      const known = Object.keys(loaded.procedure.registers);
      if (register === undefined || !known.includes(register)) yield error(node.id, {
        en: `expected step ${called(loaded.definition, node)} to name a register of procedure.json (${known.join(', ')}), but it names ${register ?? 'none'}`,
        vi: `bước ${called(loaded.definition, node, 'vi')} ${register === undefined ? 'chưa nói lấy số ở sổ nào' : `lấy số ở sổ “${register}”, mà thủ tục không có sổ ấy`}: hãy chọn một trong ${Object.values(loaded.procedure.registers).map(({ name }) => `“${name.vi}”`).join(', ') || 'các sổ sau khi lập sổ ở trang Thông tin thủ tục'}`,
      });
    }
  },
};
