import path from 'node:path'
import { useBrowser } from '../support/browser'
import { useStack } from '../support/stack'
import { drawInChromium } from './easel/inChromium'
import { openPackage } from './host/builtPackage'
import { aPhone } from './visit'

/** For whoever wants to look at them. */
const folder = path.resolve(__dirname, '../../.cache/packages')

describe.each(['weapp', 'alipay'] as const)('the built %s package, drawn in a browser', (name) => {
  const stack = useStack({ settings: { RATE_LIMITS: 'false' } })
  const browser = useBrowser()

  it.each(['pages/home/index', 'pages/halls/index', 'pages/hall/index?hall=test', 'pages/book/index', 'pages/sign-in/index', 'pages/guides/search/index', 'pages/account/privacy-guide/index'])(
    'shows %s with its own styles, nothing wider than the screen', async (url) => {
      const host = aPhone(name, stack())
      await host.launch()
      await host.open(`/${url}`)
      // What is asked for on opening has been answered, whatever it was.
      await new Promise((resolve) => { setTimeout(resolve, 150) })
      await host.idle()
      const { config, page: shown } = host.shown()
      const { page, faults } = await drawInChromium(browser(), openPackage(name), config, shown)
      const seen = await page.evaluate(() => {
        const boxes = [...document.querySelectorAll('wx-page *')].map((element) => ({ box: element.getBoundingClientRect(), shown: (element as HTMLElement).innerText }))
        return {
          text: document.body.innerText.replace(/\s/g, ''), ground: getComputedStyle(document.querySelector('.yc-page') ?? document.body).backgroundColor,
          wide: boxes.filter(({ box }) => box.width > 0 && (box.right > innerWidth + 1 || box.left < -1)).map(({ box, shown }) => `${Math.round(box.left)}–${Math.round(box.right)} ${shown.slice(0, 30)}`),
        }
      })
      await page.screenshot({ path: path.join(folder, `${name}-${url.split('/').slice(1, -1).join('-')}.png`) })
      await page.close()
      host.close()
      expect(host.faults).toEqual([])
      expect(faults).toEqual([])
      expect(seen.text.length).toBeGreaterThan(10)
      expect(seen.ground).toBe('rgb(255, 255, 255)')
      expect(seen.wide).toEqual([])
    })
})
