// WeChat's own compilers read what was built: what they refuse, a phone would show as a blank page.
const { wxmlToJs, wxssToJs } = require('miniprogram-compiler')

/** @param {string} folder @returns {string[]} what they say against the templates and styles below it */
const templateFaults = (folder) => [wxmlToJs, wxssToJs].flatMap((compile) => {
  try {
    compile(folder)
    return []
  } catch (error) {
    return [error instanceof Error ? error.message.trim() : String(error)]
  }
})

module.exports = (context) => {
  context.onBuildFinish(() => {
    if (process.env.TARO_ENV !== 'weapp') return
    const faults = templateFaults(context.paths.outputPath)
    if (faults.length > 0) throw new Error(faults.join('\n'))
  })
}
module.exports.templateFaults = templateFaults
