import type { Locator } from 'playwright-core';
import { drawing } from '../../designer/words/vi-drawing.ts';
import { steps } from '../../designer/words/vi-steps.ts';
import { vi as words } from '../../designer/words/vi.ts';
import { count } from './hands.ts';
import type { Window } from './window.ts';

/** What an administrator does on the page of the process, by whichever hands. */
export const drawingOf = ({ page, hands }: Window) => {
  const outline = page.getByRole('list', { name: drawing.outline });
  const panel = page.getByRole('complementary', { name: drawing.panel });
  const row = (name: string): Locator => outline.getByRole('button').filter({ has: page.getByText(name, { exact: true }) });
  const field = (label: string): Locator => panel.getByLabel(label, { exact: true });
  const button = (name: string): Locator => panel.getByRole('button', { name, exact: true });
  const select = async (name: string): Promise<void> => {
    await hands.press(row(name).first());
    await row(name).and(page.locator('[aria-current]')).first().waitFor();
  };
  const openPart = async (summary: string): Promise<void> => {
    const part = panel.locator('details').filter({ has: page.locator('summary').filter({ hasText: summary }) });
    if ((await part.getAttribute('open')) !== null) return;
    if (hands.way === 'keyboard' && summary === drawing.changeDrawing) return hands.key('Insert');
    await hands.press(part.locator('summary'));
  };
  const setText = async (label: string, value: string): Promise<void> => {
    await hands.write(field(label), value);
    await page.keyboard.press('Enter');
  };
  /** By mouse out of the palette onto the way that leads on from a step; by keyboard out of the list of the panel. */
  const addAfter = async (before: string, step: keyof typeof steps, made: string): Promise<void> => {
    if (hands.way === 'mouse') {
      await select(before);
      const id = await panel.locator('.panel-kind code').innerText();
      await hands.press(page.getByRole('button', { name: drawing.wholeDrawing }));
      const [from, zoom] = await Promise.all([page.locator(`.djs-shape[data-element-id="${id}"] .djs-visual`).boundingBox(), zoomOf()]);
      await hands.press(page.locator('.djs-palette').getByText(steps[step], { exact: true }));
      const at = { x: from!.x + from!.width + 25 * zoom, y: from!.y + from!.height / 2 };
      await page.mouse.move(at.x, at.y + 60, { steps: 2 });
      await page.mouse.move(at.x, at.y, { steps: 4 });
      await page.mouse.click(at.x, at.y);
      count(hands.done, page);
    } else {
      await select(before);
      await addHere(steps[step]);
    }
    await row(made).first().waitFor();
  };
  const addHere = async (label: string): Promise<void> => {
    await openPart(drawing.changeDrawing);
    await hands.choose(field(drawing.addAfter), label);
    await hands.press(button(drawing.add));
  };
  const zoomOf = async (): Promise<number> => Number(/matrix\(([\d.]+)/.exec((await page.locator('.djs-container .viewport').getAttribute('transform')) ?? '')?.[1] ?? 1);
  const noErrors = () => page.locator('.process-checked', { hasText: words.noErrors }).waitFor();
  return { outline, panel, row, field, button, select, openPart, setText, addAfter, addHere, noErrors };
};
