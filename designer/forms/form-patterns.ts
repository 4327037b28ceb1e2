import type { Form } from '../../forms/form.ts';
import answer from '../templates/blank/forms/answer.json' with { type: 'json' };
import examine from '../templates/permit/forms/examine.json' with { type: 'json' };
import receive from '../templates/permit/forms/reception.json' with { type: 'json' };
import sign from '../templates/permit/forms/sign.json' with { type: 'json' };

/** Forms of steps to begin from: those of the templates, so that both stay the same. */
export const formPatterns = { receive, examine, sign, answer } as unknown as Readonly<Record<'receive' | 'examine' | 'sign' | 'answer', Form>>;
export type FormPattern = keyof typeof formPatterns;
export const formPatternNames = Object.keys(formPatterns) as FormPattern[];

/** A form of its own out of a pattern. */
export const formFrom = (pattern: FormPattern, id: string, title: Form['title']): Form => ({ ...formPatterns[pattern], id, title });
