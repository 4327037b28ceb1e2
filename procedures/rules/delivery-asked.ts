import type { Node } from '../../engine/definition.ts';
import type { Schema } from '../../forms/form.ts';
import type { Procedure } from '../procedure.ts';
import { likeOf } from '../role.ts';
import { nodesOf, warning, type Rule } from './rule.ts';

const place = 'delivery.method';

/** Whether something is given to the applicant there. */
const returns = (added: Procedure['roles']) => ({ step: { connector, role } }: Node): boolean => connector === 'letter.issue' || (role !== undefined && likeOf(role, added) === 'result_officer');

const named = (ways: Procedure['delivery'], language: 'vi' | 'en'): string => ways.map(({ name }) => name[language]).join(', ');

/** Where a result is given in several ways, the application asks in which: the portal takes its answer `delivery.method`, and the first way where nobody asks. */
export const deliveryAsked: Rule = {
  name: 'delivery-asked',
  *check(loaded) {
    const { procedure: { delivery, forms: { application } }, forms } = loaded;
    const schema = forms.get(application)?.schema;
    if (schema === undefined || !nodesOf(loaded).some(returns(loaded.procedure.roles))) return;
    const file = `forms/${application}.json`;
    const asked: Schema | undefined = schema.properties?.['delivery'];
    const [first] = delivery;
    if (asked === undefined && first !== undefined && delivery.length > 1) {
      yield warning(place, {
        en: `expected the application to ask how the result is wanted (${named(delivery, 'en')}), but it does not: everybody gets it by the first way, ${first.name.en}`,
        vi: `đơn chưa hỏi người nộp muốn nhận kết quả bằng cách nào (${named(delivery, 'vi')}): ai cũng nhận theo cách đầu tiên là ${first.name.vi}`,
      }, file);
    }
    const offered: ReadonlySet<unknown> = new Set(delivery.map(({ method }) => method));
    const others = (asked?.properties?.['method']?.enum ?? []).filter((method) => !offered.has(method));
    if (others.length > 0) {
      yield warning(place, {
        en: `expected the application to offer only ways in which the result is given (${named(delivery, 'en')}), but it offers ${others.join(', ')} too`,
        vi: `đơn cho chọn cả cách nhận mà thủ tục không có (${others.join(', ')}); thủ tục trả kết quả bằng: ${named(delivery, 'vi')}`,
      }, file);
    }
  },
};
