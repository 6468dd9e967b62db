const citizen = [
  'pages/home/index', 'pages/halls/index', 'pages/me/index', 'pages/hall/index', 'pages/take/index',
  'pages/ticket/index', 'pages/scan/index', 'pages/sign-in/index',
  'pages/book/index', 'pages/book-slot/index', 'pages/appointment/index',
]
/** What is not needed on the way to a number or an appointment is fetched when it is opened. */
const subPackages = [
  { root: 'pages/cases', pages: ['index', 'case/index', 'receipt/index'] },
  { root: 'pages/guides', pages: ['search/index', 'guide/index'] },
  { root: 'pages/rate', pages: ['index'] },
  { root: 'pages/ratings', pages: ['index', 'rating/index'] },
  { root: 'pages/calls', pages: ['index'] },
  { root: 'pages/persons', pages: ['index'] },
  { root: 'pages/appointments', pages: ['index'] },
  { root: 'pages/waiting', pages: ['index'] },
  { root: 'pages/messages', pages: ['index', 'settings/index'] },
  { root: 'pages/account', pages: ['real-name/index', 'devices/index', 'privacy/index', 'privacy-guide/index', 'my-data/index', 'delete-me/index'] },
]
/** For a browser only: in a mini-program they would be dead weight. */
const webOnly = process.env.TARO_ENV === 'h5' ? ['pages/console/index', 'pages/screen/index', 'pages/supervision/index'] : []

export default defineAppConfig({
  lazyCodeLoading: 'requiredComponents',
  pages: [...citizen, ...webOnly],
  subPackages,
  // Who waits for a number rates later: the package is there before it is asked for.
  ...(process.env.TARO_ENV === 'weapp' ? { preloadRule: { 'pages/ticket/index': { network: 'all', packages: ['pages/rate'] } } } : {}),
  darkmode: true,
  themeLocation: 'theme.json',
  window: {
    navigationBarTitleText: '一窗',
    navigationBarBackgroundColor: process.env.TARO_ENV === 'weapp' ? '@bar' : '#FFFFFF',
    navigationBarTextStyle: (process.env.TARO_ENV === 'weapp' ? '@barText' : 'black') as 'black',
    backgroundColor: process.env.TARO_ENV === 'weapp' ? '@ground' : '#FFFFFF',
  },
  permission: { 'scope.userFuzzyLocation': { desc: '用于按距离排列大厅、核对您在大厅内、估算何时出发' } },
  requiredPrivateInfos: ['getFuzzyLocation'],
  // WeChat holds personal things back until its privacy guide is agreed to; platform/privacy.ts answers it.
  ...(process.env.TARO_ENV === 'weapp' ? { __usePrivacyCheck__: true, sitemapLocation: 'sitemap.json' } : {}),
})
