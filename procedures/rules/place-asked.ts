import { resultsOf } from '../../engine/decision/results.ts';
import { expand } from '../../forms/expand.ts';
import { decisionNamed } from '../decision-named.ts';
import { communal, placeAskedAt } from '../place-of.ts';
import { error, type Rule } from './rule.ts';

/** Where communes are competent, the application says which: else nobody could file. */
export const placeAsked: Rule = {
  name: 'place-asked',
  *check({ procedure, forms, decisions }) {
    const application = forms.get(procedure.forms.application);
    const named = decisionNamed(decisions, procedure.decisions.competence);
    if (application === undefined || procedure.office !== undefined || procedure.channels.includes('office') || 'failed' in named) return;
    if (!resultsOf(named.model, named.decision).get('unitKind')?.includes(communal)) return;
    const path = placeAskedAt(procedure);
    const { fields } = expand(application);
    if (!fields.has(`${path}.commune`) && fields.get(path)?.schema.type !== 'string') yield error('agency', { en: `expected the application to ask at "${path}" for an address or a commune, so that its dossiers find their unit, but it does not`, vi: `đơn chưa hỏi địa chỉ hay phường xã ở “${path}”, nên không biết hồ sơ thuộc phường nào: hãy thêm câu hỏi ấy, hoặc chọn câu hỏi khác ở phần cơ quan giải quyết` }, 'procedure.json');
  },
};
