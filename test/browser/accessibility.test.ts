import { strict as assert } from 'node:assert';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings } from './accessibility.ts';
import { openBrowser } from './chromium.ts';

describe('what axe has looked at', function () {
  this.timeout(60_000);
  let browser: Browser;
  let page: Page;
  before(async function () {
    browser = await openBrowser(this);
    page = await browser.newPage();
  });
  after(() => browser?.close());

  /** A page of its own: axe comes anew. */
  const show = (content: string) => page.goto(`data:text/html;charset=utf-8,${encodeURIComponent(content)}`);
  const of = (main: string, html = '<html lang="vi">'): string => `<!doctype html>${html}<head><title>Trang</title></head><body><main><h1>Hồ sơ</h1>${main}</main></body></html>`;
  const rows: readonly (readonly [what: string, page: string, rule: RegExp | null])[] = [
    ['a page that pleases', of('<p>một</p><a href="/1" style="display: block; height: 40px">đi</a><input aria-label="Tên" style="height: 40px">'), null],
    ['the same with other words', of('<p>hai</p><a href="/2" style="display: block; height: 40px">về</a><input aria-label="Tên" style="height: 40px">'), null],
    ['the same with words that nobody can read', of('<p style="color: #eee">hai</p><a href="/2" style="display: block; height: 40px">về</a><input aria-label="Tên" style="height: 40px">'), /^color-contrast/],
    ['the same in a colour of digits that can be read', of('<p style="color: #111">hai</p><a href="/2" style="display: block; height: 40px">về</a><input aria-label="Tên" style="height: 40px">'), null],
    ['the same in a colour of digits that cannot', of('<p style="color: #999">hai</p><a href="/2" style="display: block; height: 40px">về</a><input aria-label="Tên" style="height: 40px">'), /^color-contrast/],
    ['a place that Tab comes to in turn', of('<p tabindex="0">một</p>'), null],
    ['a place that Tab comes to out of turn', of('<p tabindex="1">một</p>'), /^tabindex/],
    ['the same with a link without words', of('<p>hai</p><a href="/2" style="display: block; height: 40px"></a><input aria-label="Tên" style="height: 40px">'), /^link-name/],
    ['the same with a question without a name', of('<p>hai</p><a href="/2" style="display: block; height: 40px">về</a><input aria-label="" style="height: 40px">'), /^label/],
    ['the same in no language', of('<p>một</p><a href="/1" style="display: block; height: 40px">đi</a><input aria-label="Tên" style="height: 40px">', '<html>'), /^html-has-lang/],
    ['a name that refers to nothing', of('<p>một</p><input aria-labelledby="nobody">'), /^label/],
    ['a name that refers to something', of('<p id="nobody">một</p><input aria-labelledby="nobody">'), null],
    ['one letter, of which axe does not judge', of('<p style="color: #ddd">x</p>'), null],
    ['the same with another', of('<p style="color: #ddd">xy</p>'), /^color-contrast/],
    ['a picture', of('<svg role="img" aria-label="Sơ đồ"><g><path d="M0 0h9"/></g></svg>'), null],
    ['a picture without a name', of('<svg role="img"><g><path d="M0 0h9"/></g></svg>'), /^svg-img-alt/],
    ['a place to press in a picture', of('<svg><g><g role="button" tabindex="0" aria-label="Bước"><path d="M0 0h40v40h-40z"/></g></g></svg>'), null],
    ['a place to press in a picture without a name', of('<svg><g><g role="button" tabindex="0"><path d="M0 0h40v40h-40z"/></g></g></svg>'), /^aria-command-name/],
    ['a link in a picture without a name', of('<svg><g><a href="/1"><path d="M0 0h40v40h-40z"/></a></g></svg>'), /^link-name/],
    ['a property that does not exist in a picture', of('<svg><g><path aria-nothing="1" d="M0 0h9"/></g></svg>'), /^aria-valid-attr/],
    ['a list of answers', of('<select aria-label="Phường" style="height: 40px"><option>một</option><optgroup label="khác"><option selected>hai</option><option>ba</option></optgroup></select>'), null],
    ['a list of answers without a name', of('<select style="height: 40px"><option>một</option><option>hai</option></select>'), /^select-name/],
    ['a list of answers that nobody can read', of('<select aria-label="Phường" style="height: 40px; color: #ddd; background: #fff"><option>một</option><option>hai</option></select>'), /^color-contrast/],
  ];
  for (const [what, content, rule] of rows) {
    it(`${what}: ${rule ? 'found' : 'nothing found'}`, async () => {
      await show(content);
      const found = (await accessibilityFindings(page)).map((line) => line.replace(`${page.url()} `, ''));
      if (rule === null) assert.deepEqual(found, []);
      else assert.match(found.join('\n'), rule);
    });
  }

  it('is not looked at again in the same shape', async () => {
    const before = of('<ul><li>một</li></ul>');
    const after = of('<ul><li>một</li><li>hai</li></ul>');
    const asked = async (content: string): Promise<boolean> => {
      await show(content);
      assert.deepEqual(await accessibilityFindings(page), []);
      return page.evaluate('"lookedAtBy" in globalThis');
    };
    assert.deepEqual([await asked(before), await asked(after), await asked(of('<ol><li>một</li></ol>'))], [true, false, true]);
  });

  it('leaves the page as it was', async () => {
    await show(of('<svg><g><path d="M0 0h9"/></g></svg>'));
    await accessibilityFindings(page);
    assert.equal(await page.evaluate('document.querySelector("svg g").childNodes.length'), 1);
    assert.equal(await page.evaluate('Object.hasOwn(document.querySelector("svg g"), "childNodes")'), false);
  });
});
