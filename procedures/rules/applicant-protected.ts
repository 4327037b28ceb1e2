import { error, type Rule } from './rule.ts';

/** A procedure that protects who files fills in nothing that is known of them: what stands in the application is read by the office. */
export const applicantProtected: Rule = {
  name: 'applicant-protected',
  *check({ procedure: { protectsApplicant, forms: { application } }, forms }) {
    const form = forms.get(application);
    if (!protectsApplicant || form === undefined) return;
    for (const [field, { prefill, label }] of Object.entries(form.ui.fields)) {
      if (prefill === undefined || !/\bapplicant\b/.test(prefill)) continue;
      yield error(field, {
        en: `expected a form that tells nothing of whoever files, because the procedure protects them, but "${field}" is filled in from ${prefill}`,
        vi: `thủ tục bảo vệ danh tính người nộp, nhưng câu “${label.vi}” được điền sẵn thông tin của họ: hãy bỏ phần điền sẵn`,
      }, `forms/${application}.json`);
    }
  },
};
