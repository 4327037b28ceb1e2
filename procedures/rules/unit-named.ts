import { stepUnit, writtenId } from '../../engine/step-unit.ts';
import { called, nodesOf, warning, type Rule } from './rule.ts';

/** No step names one unit of one city by its id: another city, which has other units, could not use the package. */
export const unitNamed: Rule = {
  name: 'unit-named',
  *check(loaded) {
    for (const node of nodesOf(loaded)) {
      const unit = stepUnit(node.step.unit);
      const id = typeof unit === 'object' && 'expression' in unit ? writtenId(unit.expression) : undefined;
      if (id !== undefined) yield warning(node.id, {
        en: `expected step ${called(loaded.definition, node)} to name a kind of unit, such as kind:land-office, but it names the unit "${id}", which only this city has`,
        vi: `bước ${called(loaded.definition, node, 'vi')} nêu đích danh đơn vị “${id}”, chỉ có ở thành phố này: hãy nêu loại đơn vị, ví dụ kind:land-office, để nơi khác cũng dùng được`,
      });
    }
  },
};
