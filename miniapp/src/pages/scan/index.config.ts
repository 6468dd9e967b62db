export default definePageConfig({ navigationBarTitleText: '扫码取号' })
