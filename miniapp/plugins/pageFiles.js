/** As the app's own configuration names a page. */
const PAGE = /^\.\/(pages\/.+)$/
/** Of the staff and the hall's screen: no use without a network, and a page of yesterday would mislead. */
const STAFF = /^pages\/(console|screen|supervision)\//

const filesOf = (group) => group.getFiles().filter((file) => /\.(js|css)$/.test(file))
const pageOf = (group) => group.origins.map(({ request }) => PAGE.exec(request ?? '')?.[1]).find(Boolean)

/** For every page of a web build the files it is made of, besides the app's own. */
const pageFiles = ({ chunkGroups }) => new Map(chunkGroups.flatMap((group) => {
  const page = pageOf(group)
  return page ? [[page, filesOf(group)]] : []
}))

/** The files of the citizen's pages and of what these fetch on the way, e.g. the reader of codes. */
const citizenFiles = ({ chunkGroups, entrypoints }) => {
  const wanted = new Set(entrypoints.get('app').getFiles())
  const add = (group) => {
    filesOf(group).forEach((file) => wanted.add(file))
    group.getChildren().forEach(add)
  }
  chunkGroups.filter((group) => pageOf(group) && !STAFF.test(pageOf(group))).forEach(add)
  return wanted
}

/** The same as `pageFiles`, short enough to stand in index.html: each name once, and for each page which of them. */
const pageFilesTable = (compilation) => {
  const pages = pageFiles(compilation)
  const files = [...new Set([...pages.values()].flat())]
  return { files, pages: Object.fromEntries([...pages].map(([page, of]) => [page, of.map((file) => files.indexOf(file))])) }
}

/** Whether a page fetches the module: for the rules by which modules are put together, which run before `pageFiles` is known. */
const isOfPage = (page) => (module, { chunkGraph }) => [...chunkGraph.getModuleChunksIterable(module)]
  .some((chunk) => [...chunk.groupsIterable].some((group) => pageOf(group) === page))

module.exports = { isOfPage, pageFiles, citizenFiles, pageFilesTable }
