const { readFileSync } = require('node:fs')
const path = require('node:path')
const sharp = require('sharp')

const source = path.resolve(__dirname, '../src')
const tokens = readFileSync(path.join(source, 'ui/tokens/_tokens.scss'), 'utf8')
const colour = (name) => new RegExp(`${name}: (#[0-9a-f]{6});`).exec(tokens)[1]

/** The colours that a browser wants to know before it has read any style. */
const colours = { action: colour('--action'), light: colour('\\$behind-light'), dark: colour('\\$behind-dark') }

const svg = (colours, { corners }) => {
  const drawn = readFileSync(path.join(source, 'web/icon.svg'), 'utf8').replace(/#0A5BD3/i, colours.action)
  // A phone cuts its own corners; what lies within four fifths of the middle is never cut.
  return Buffer.from(corners ? drawn : drawn.replace(' rx="7"', ''))
}

const icons = [
  { name: 'icons/icon-192.png', size: 192, corners: true, purpose: 'any' },
  { name: 'icons/icon-512.png', size: 512, corners: true, purpose: 'any' },
  { name: 'icons/maskable-512.png', size: 512, corners: false, purpose: 'maskable' },
  // For iPhones, which read index.html and not the manifest.
  { name: 'icons/apple-180.png', size: 180, corners: false, purpose: null },
]

const manifest = {
  id: '/', name: '一窗 Yichuang', short_name: '一窗', lang: 'zh-CN', dir: 'ltr',
  description: '扫码取号、在线预约、查办件进度、评价窗口。',
  start_url: '/', scope: '/', display: 'standalone', orientation: 'portrait',
  background_color: colours.light, theme_color: colours.light,
  icons: icons.filter(({ purpose }) => purpose).map(({ name, size, purpose }) => ({ src: `/${name}`, sizes: `${size}x${size}`, type: 'image/png', purpose })),
}

/** Writes what a phone needs to put the web app among its own: the manifest, and the icon in its sizes. */
class WebManifest {
  apply(compiler) {
    const { Compilation, sources: { RawSource } } = compiler.webpack
    compiler.hooks.thisCompilation.tap('WebManifest', (compilation) => {
      compilation.hooks.processAssets.tapPromise({ name: 'WebManifest', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, async () => {
        compilation.emitAsset('manifest.webmanifest', new RawSource(JSON.stringify(manifest)))
        for (const icon of icons) {
          compilation.emitAsset(icon.name, new RawSource(await sharp(svg(colours, icon), { density: 1_200 }).resize(icon.size).png({ palette: true }).toBuffer()))
        }
      })
    })
  }
}

module.exports = { WebManifest, colours, manifest }
