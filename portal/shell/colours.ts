import type { AppView } from '../../server/api/app.ts';

const sheet = (): CSSStyleSheet => {
  const made = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, made];
  return made;
};
let own: CSSStyleSheet | undefined;

/** The agency's own colours over those of ui/tokens.css, in both modes. */
export const paint = (colours: AppView['colours']): void => {
  if (!colours) return;
  own ??= sheet();
  const rule = ({ action, strong, tint }: NonNullable<AppView['colours']>['light']) => `:root{--action:${action};--action-strong:${strong};--action-tint:${tint};--focus:${action}}`;
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', colours.light.action);
  own.replaceSync(`${rule(colours.light)}@media (prefers-color-scheme:dark){${rule(colours.dark)}}`);
};
