// No polyfills in the code itself: a mini-program's host brings its own, and plugins/polyfills.js is for old browsers only.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
}
