export default definePageConfig({ navigationBarTitleText: '服务督查' })
