import type { Form } from '../../forms/form.ts';
import answer from '../templates/blank/forms/answer.json' with { type: 'json' };
import examine from '../templates/permit/forms/examine.json' with { type: 'json' };
import receive from '../templates/permit/forms/reception.json' with { type: 'json' };
import { ownWish } from '../../procedures/template-words.ts';
import sign from '../templates/permit/forms/sign.json' with { type: 'json' };
import { ofTheTemplate, withBasis } from './edit/bases.ts';

/** Forms of steps to begin from: those of the templates, so that both stay the same. */
export const formPatterns = { receive, examine, sign, answer } as unknown as Readonly<Record<'receive' | 'examine' | 'sign' | 'answer', Form>>;
export type FormPattern = keyof typeof formPatterns;
/** What an official with the rights of this standard role most likely writes. */
export const likelyPattern = (role: string): FormPattern => (role === 'receptionist' ? 'receive' : role === 'signer' ? 'sign' : 'examine');
export const formPatternNames = Object.keys(formPatterns) as FormPattern[];

/** A form of its own out of a pattern. No law asks what an official ticks there, and the words of the template are no basis: it is the office's own wish. */
export const formFrom = (pattern: FormPattern, id: string, title: Form['title']): Form => {
  const form = { ...formPatterns[pattern], id, title };
  return withBasis(form, ofTheTemplate(form), { basis: ownWish, mark: 'design' });
};
