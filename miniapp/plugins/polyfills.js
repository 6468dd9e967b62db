const brought = (by, name) => require.resolve(name, { paths: [require.resolve(by)] })
const taroWeb = brought('@tarojs/plugin-platform-h5', '@tarojs/taro-h5/package.json')

/**
 * What engines before Chrome 93 and Safari 15.4 lack, in the versions that Taro brings along for them. A script of its own, which
 * index.html fetches for those alone: with every page it would be a third of what anybody has to load.
 */
const polyfills = [
  brought('babel-preset-taro', 'core-js/stable'),
  ...['whatwg-fetch', 'abortcontroller-polyfill/dist/abortcontroller-polyfill-only'].map((name) => require.resolve(name, { paths: [taroWeb] })),
]

module.exports = { polyfills }
