// Taro leaves aria-* out of the mini-program templates; this puts them back for the components we use.
const path = require('node:path')
const { components } = require('./aria-components')

module.exports = (context) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      // The web build has no templates.
      if (!platform.template) return
      platform.template.mergeComponents(context, components(process.env.TARO_ENV))
      platform.runtimePath = [].concat(platform.runtimePath, path.resolve(__dirname, 'aria-runtime.js'))
    },
  })
}
