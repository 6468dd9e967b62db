import { readSettings } from './config'

test('needs only the operator’s password', () => {
  expect(readSettings({ BOOTSTRAP_PASSWORD: 'demo-password-1', DEMO_PACE: '' })).toEqual({
    url: 'http://127.0.0.1:8100', account: 'operator', password: 'demo-password-1', halls: ['demo'], pace: 1, seed: 'yichuang',
  })
})

test('reads several halls and a pace', () => {
  expect(readSettings({ BOOTSTRAP_PASSWORD: 'demo-password-1', DEMO_HALLS: 'demo, city', DEMO_PACE: '2.5', BFF_URL: 'http://localhost:9000/' }))
    .toMatchObject({ halls: ['demo', 'city'], pace: 2.5, url: 'http://localhost:9000' })
})

test('says what is wrong, all of it', () => {
  expect(() => readSettings({ DEMO_PACE: 'fast', DEMO_HALLS: 'Not A Hall', BFF_URL: 'nowhere' })).toThrow(/BFF_URL.*BOOTSTRAP_PASSWORD.*DEMO_HALLS.*DEMO_PACE/)
})
