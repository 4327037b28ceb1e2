import type { Locator, Page } from 'playwright-core';

/** What was done so far: things pressed, texts written, choices made; the letters of those texts; and of each act by keys how many there were besides letters, and on what. */
export interface Done {
  acts: number;
  letters: number;
  /** How many texts those letters are. */
  texts: number;
  /** Addresses at which something was done. */
  readonly pages: Set<string>;
  readonly keys: (readonly [keys: number, on: string])[];
}
export const nothingDone = (): Done => ({ acts: 0, letters: 0, texts: 0, pages: new Set(), keys: [] });

/** How a person works a page. One story is lived by each kind of hands. */
export interface Hands {
  readonly way: 'mouse' | 'keyboard';
  readonly page: Page;
  readonly done: Done;
  /** A button, a link, a summary, a radio button, a box to tick. */
  press(target: Locator): Promise<void>;
  /** A text, in place of what the field says. */
  write(target: Locator, text: string): Promise<void>;
  /** A key that the page tells of. */
  key(name: string): Promise<void>;
  /** One of a list, by its words. */
  choose(target: Locator, label: string): Promise<void>;
}

/** Takes down one act where it happens, and the letters of a text. */
export const count = (done: Done, page: Page, letters?: number): void => {
  done.acts += 1;
  done.pages.add(new URL(page.url()).pathname);
  if (letters === undefined) return;
  done.texts += 1;
  done.letters += letters;
};

const isBox = (target: Locator): Promise<boolean> => target.evaluate((element) => (element as unknown as { type?: string }).type === 'radio' || (element as unknown as { type?: string }).type === 'checkbox');

/** Points and clicks, and types where there is something to write. */
export const mouse = (page: Page, done: Done = nothingDone()): Hands => {
  return {
    way: 'mouse', page, done,
    async press(target) {
      count(done, page);
      await ((await isBox(target)) ? target.check() : target.click());
    },
    async write(target, text) {
      count(done, page, text.length);
      await target.fill(text);
    },
    key: (name) => page.keyboard.press(name),
    async choose(target, label) {
      count(done, page);
      await target.selectOption({ label });
    },
  };
};
