import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { routesFor, type Target } from './routes'

const root = path.resolve(__dirname, '..', '..')
const target = (process.env.TARO_ENV ?? 'h5') as Target
const shared = path.join(root, 'shared')

/** Packages shipped in newer syntax than old web views and mini-program engines read. */
const modernPackages = /node_modules[\\/](@stencil|query-string|filter-obj|split-on-first|decode-uri-component|qrcode|dijkstrajs)[\\/]/
const compile = { include: [shared, path.join(root, 'miniapp/plugins'), (file: string) => modernPackages.test(file)] }

/**
 * The rest of the design is drawn on a width of 750. The root font is capped so that a tablet or a
 * desktop shows more rather than bigger: 22 px is a phone of 412 px.
 */
const rootFont = { minRootSize: 20, maxRootSize: 22 }

export default defineConfig(async () => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'yichuang',
    date: '2026-01-01',
    designWidth: 750,
    deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
    sourceRoot: 'src',
    outputRoot: `dist/${target}`,
    plugins: ['aria', 'templateLint'].map((name) => path.join(__dirname, '..', `plugins/${name}.js`)),
    framework: 'react',
    compiler: 'webpack5',
    alias: { '@shared': shared, '@': path.join(root, 'miniapp/src') },
    defineConstants: {
      API_BASE: JSON.stringify(process.env.API_BASE ?? (target === 'h5' ? '' : 'http://127.0.0.1:8100')),
      TARGET: JSON.stringify(target),
      ENDPOINT_ROUTES: JSON.stringify(routesFor(target)),
    },
    cache: { enable: process.env.TARO_CACHE === '1' },
    copy: { patterns: target === 'weapp' ? [{ from: path.join(root, 'miniapp/src/sitemap.json'), to: path.join(root, 'miniapp/dist/weapp/sitemap.json') }] : [], options: {} },
    mini: {
      compile,
      // What only a subpackage uses lies in it, not in the main package.
      optimizeMainPackage: { enable: true },
      postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      compile,
      // No basename: '/' would give a blank page.
      router: { mode: 'browser' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true, filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: { autoprefixer: { enable: true, config: {} }, pxtransform: { enable: true, config: rootFont } },
      // What two pages share is sent once, instead of with each of them.
      webpackChain: (chain) => {
        chain.merge({ optimization: { splitChunks: { chunks: 'async', minSize: 8_000, cacheGroups: {
          kit: { name: 'kit', minChunks: 3, priority: 10, test: /miniapp[\\/]src[\\/](ui|platform|i18n)[\\/]|[\\/]shared[\\/]/, reuseExistingChunk: true },
          libraries: { name: 'libraries', minChunks: 3, priority: 5, test: /node_modules/, reuseExistingChunk: true },
        } } } })
      },
    },
  }
  return config
})
