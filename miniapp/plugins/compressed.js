const { promisify } = require('node:util')
const zlib = require('node:zlib')

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)
/** Below this the headers weigh more than what is saved. */
const LIGHT = 1_024

/** Beside every hashed script and style the same as brotli and gzip: the server sends these and compresses nothing itself. */
class Compressed {
  apply(compiler) {
    const { Compilation, sources: { RawSource } } = compiler.webpack
    compiler.hooks.thisCompilation.tap('Compressed', (compilation) => {
      compilation.hooks.processAssets.tapPromise({ name: 'Compressed', stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER }, async () => {
        for (const { name, source } of compilation.getAssets().filter((asset) => /\.[0-9a-f]{8}\.(js|css)$/.test(asset.name))) {
          const content = source.buffer()
          if (content.length < LIGHT) continue
          compilation.emitAsset(`${name}.br`, new RawSource(await brotli(content)))
          compilation.emitAsset(`${name}.gz`, new RawSource(await gzip(content, { level: 9 })))
        }
      })
    })
  }
}

module.exports = { Compressed }
