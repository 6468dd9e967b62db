const { GenerateSW } = require('workbox-webpack-plugin')
const { citizenFiles } = require('./pageFiles')

/**
 * Only addresses of the citizen's pages, and what a hall's code holds. This is copied into the service worker as it stands here, so it may use nothing from
 * around it.
 */
const isCitizensPage = ({ request, url }) =>
  request.mode === 'navigate' && /^\/(s\/[^/]+|pages\/(?!(console|screen|supervision)\/).*)?$/.test(url.pathname)

/**
 * The page from the network, so that nobody stays on an old version while there is a network; the kept one when none answers
 * in four seconds. The page of a running version is kept first: its successor waits. A scanned code leads to the page that reads it, as the
 * server would lead. Copied like the above.
 */
const newestPage = async ({ request, url }) => {
  const code = /^\/s\/([^/]+)$/.exec(url.pathname)
  const kept = async () => (code ? Response.redirect(`/pages/scan/index?c=${code[1]}`) : caches.match('/index.html', { ignoreSearch: true }))
  const late = new Promise((resolve) => { setTimeout(resolve, 4_000) }).then(kept)
  const asked = fetch(request).then((answer) => (answer.status < 500 ? answer : kept().then((page) => page ?? answer)))
  try {
    return await Promise.race([asked, late.then((page) => page ?? asked)])
  } catch (error) {
    const page = await kept()
    if (page) return page
    throw error
  }
}

/**
 * The web app without a network: its shell and the citizen's pages, fetched once and kept. What the API answers is never among
 * it; the app keeps the last known number itself. A new version waits until the app asks it in (src/platform/serviceWorker.h5.ts).
 */
const serviceWorker = () => new GenerateSW({
  swDest: 'sw.js', inlineWorkboxRuntime: true, sourcemap: false, mode: 'production',
  skipWaiting: false, clientsClaim: true, cleanupOutdatedCaches: true,
  // A page's address is none of a kept file, or `/` would show the old version first.
  directoryIndex: '',
  dontCacheBustURLsMatching: /\.[0-9a-f]{8}\.(js|css)$/,
  manifestTransforms: [(entries, compilation) => {
    const citizens = citizenFiles(compilation)
    const wanted = (url) => citizens.has(url.slice(1)) || url === '/index.html'
    return { manifest: entries.filter(({ url }) => wanted(url)) }
  }],
  runtimeCaching: [{ urlPattern: isCitizensPage, handler: newestPage }],
})

module.exports = { serviceWorker, isCitizensPage, newestPage }
