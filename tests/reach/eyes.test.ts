import type { Page } from 'playwright-core'
import { useBrowser } from '../support/browser'
import { axeFindings } from './axe'
import { toldByColourAlone } from './colourAlone'
import { unreachable } from './controls'
import { misfits } from './fit'
import { keyboardFaults } from './keyboard'
import { smallText } from './largeType'

const browser = useBrowser()
const good = '<main><h1>Halls</h1><p style="font-size:18px">Open until five</p><button style="width:60px;height:60px;font-size:18px">Take</button></main>'
const onPage = async (body: string, look: (page: Page) => Promise<string[]>): Promise<string[]> => {
  const page = await browser().newPage({ viewport: { width: 390, height: 844 } })
  await page.setContent(`<!doctype html><html lang="en"><head><title>Halls</title></head><body style="margin:0">${body}</body></html>`)
  const found = await look(page)
  await page.close()
  return found
}
const all = async (page: Page): Promise<string[]> => [
  ...await axeFindings(page), ...await misfits(page), ...await unreachable(page, 60), ...await smallText(page), ...await toldByColourAlone(page), ...await keyboardFaults(page),
]
const wide = '<p style="white-space:nowrap">a sentence that nobody has broken into the lines that it would need on a phone of this width</p>'

test('find nothing where nothing is wrong', async () => { expect(await onPage(good, all)).toEqual([]) })

test.each([
  ['a picture nobody described', '<img src="data:," width="9" height="9">', axeFindings, /axe image-alt/],
  ['grey on white', '<p style="color:#aaa">faint</p>', axeFindings, /axe color-contrast/],
  ['words instead of a name', '<button aria-label="Go">Take a number</button>', axeFindings, /axe label-content-name-mismatch/],
  ['a page wider than the screen', wide, misfits, /the page is \d+ wide on a screen of 390/],
  ['text that is cut off', `<div style="overflow:hidden;width:200px">${wide}</div>`, misfits, /is cut off/],
  ['text that spills out of its button', `<button style="width:80px;overflow:visible;padding:0">${'W'.repeat(20)}</button>`, misfits, /spills out|beyond the screen/],
  ['text over text', '<p style="position:absolute;top:90px">one thing</p><p style="position:absolute;top:90px">another</p>', misfits, /"one thing" lies over "another"/],
  ['a target that is too small', '<button>x</button>', (page: Page) => unreachable(page, 44), /less than 44/],
  ['a covered control', '<button style="width:90px;height:90px">x</button><div style="position:fixed;inset:0;background:#fff"></div>', (page: Page) => unreachable(page, 44), /is covered/],
  ['small type', '<p style="font-size:15px">fine print</p>', smallText, /"fine print" is 15 px/],
  ['crowded lines', `<p style="font-size:20px;line-height:1.1">${'many words '.repeat(20)}</p>`, smallText, /is set at 1.10/],
  ['a control Tab passes over', '<div role="button">Take</div><button>Other</button>', keyboardFaults, /Tab passes over button "Take"/],
  ['an order that is not that of reading', '<button>first</button><button tabindex="1">second</button>', keyboardFaults, /Tab passes over button "second"|comes after/],
  ['a focus that nobody sees', '<button style="outline:none">Take</button>', keyboardFaults, /nothing shows the focus on button "Take"/],
  ['a choice told by its colour', '<div role="radio" tabindex="0" aria-checked="true" style="color:red">a</div><div role="radio" tabindex="0" aria-checked="false">b</div>', toldByColourAlone, /only its colour tells/],
] as const)('find %s', async (_, body, look, finding) => {
  expect(await onPage(`<main><h1>Halls</h1>${body}</main>`, look)).toEqual(expect.arrayContaining([expect.stringMatching(finding)]))
})
