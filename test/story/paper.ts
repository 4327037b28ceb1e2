import { strict as assert } from 'node:assert';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { BrowserContext } from 'playwright-core';

/** The words of a PDF, in reading order. */
export async function wordsOf(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await document.destroy();
  return pages.join('\n').replace(/\s+/g, ' ');
}

/** Fetches a paper with the person's own session. */
export async function fetchPaper(context: BrowserContext, address: string): Promise<string> {
  const answer = await context.request.get(address);
  assert.equal(answer.headers()['content-type'], 'application/pdf');
  return wordsOf(await answer.body());
}
