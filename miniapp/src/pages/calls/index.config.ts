export default definePageConfig({ navigationBarTitleText: '叫号公示' })
