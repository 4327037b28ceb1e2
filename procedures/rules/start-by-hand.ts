import { filedStarts, handStarts } from '../../engine/begun-by-hand.ts';
import { takesFiles } from '../../forms/answer-files.ts';
import { expand } from '../../forms/expand.ts';
import { stepsOfApplicant } from '../steps-of-applicant.ts';
import { called, error, type Rule } from './rule.ts';

/** A dossier that people of the office begin has no applicant, and is not filed in any other way: its start, its channels and its form agree. */
export const startByHand: Rule = {
  name: 'start-by-hand',
  *check({ definition, procedure, forms }) {
    const starts = handStarts(definition);
    const ofOffice = procedure.channels.includes('office');
    const [first] = starts;
    if (first === undefined) {
      if (ofOffice) yield error('channels', { en: 'expected a start event that names the role of those who begin it at the desk, because the channel is "office", but none does', vi: 'thủ tục do cơ quan tự mở hồ sơ, nhưng chưa điểm bắt đầu nào nêu vai trò của người mở' }, 'procedure.json');
      return;
    }
    const start = definition.nodes[first.node]!;
    if (!ofOffice || procedure.channels.length > 1) yield error('channels', { en: `expected "office" as the only channel, because ${called(definition, start)} is for ${first.roles.join(' or ')}, but it is ${procedure.channels.join(', ')}`, vi: `${called(definition, start, 'vi')} do cán bộ mở, nên cách nộp chỉ có thể là “cơ quan tự mở” (office)` }, 'procedure.json');
    const filed = filedStarts(definition);
    for (const other of [...starts.slice(1).map(({ node }) => node), ...filed]) yield error(other, { en: `expected one plain start event when the office begins by hand, but ${called(definition, definition.nodes[other]!)} is another`, vi: `thủ tục do cán bộ mở chỉ có một điểm bắt đầu thường, nhưng ${called(definition, definition.nodes[other]!, 'vi')} là điểm khác` });
    for (const step of stepsOfApplicant(definition, first.node)) yield error(step, { en: `expected ${called(definition, start)} to lead to the office's steps alone, but ${called(definition, definition.nodes[step]!)} is the applicant's, and a dossier that the office begins has none`, vi: `${called(definition, definition.nodes[step]!, 'vi')} là việc của người nộp, nhưng hồ sơ do cơ quan mở không có người nộp` });
    const form = forms.get(procedure.forms.application);
    for (const { id, widget } of form === undefined ? [] : expand(form).fields.values()) {
      if (takesFiles({ widget })) yield error(id, { en: `expected a form without files, because a dossier that the office begins has nowhere to keep them before it has begun, but "${id}" takes some: ask for them in a step`, vi: 'hồ sơ do cơ quan mở chưa có chỗ giữ tệp khi đang điền: hãy hỏi tệp ở một bước sau' }, `forms/${procedure.forms.application}.json`);
    }
  },
};
