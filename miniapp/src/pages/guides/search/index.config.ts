export default definePageConfig({ navigationBarTitleText: '找要办的事' })
