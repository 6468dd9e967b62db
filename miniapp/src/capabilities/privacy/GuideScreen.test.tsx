import { act, fireEvent, render, screen } from '@testing-library/react'
import { setLanguage } from '@/i18n'
import { usedTexts } from '@/i18n/privacy'
import { phone } from '../../../../tests/support/phone/taro'
import { GuideScreen } from './GuideScreen'

const host = { asked: false, keepsGuide: false }
const answers: boolean[] = []
const opened = jest.fn()
jest.mock('@/platform/privacy', () => ({
  AGREE_BUTTON: 'agree', isPrivacyAsked: () => host.asked, answerPrivacy: (agreed: boolean) => { answers.push(agreed) },
  hostKeepsGuide: () => host.keepsGuide, openHostGuide: () => opened(),
}))
beforeEach(() => { answers.length = 0; Object.assign(host, { asked: false, keepsGuide: false }) })
afterEach(() => act(() => setLanguage('zh')))

test.each(['zh', 'en'] as const)('says in %s of each thing what, why and for how long; with whom; and one’s rights', (language) => {
  setLanguage(language)
  render(<GuideScreen />)
  const said = document.body.textContent
  for (const entry of Object.values(usedTexts)) expect(said).toContain(entry[language])
  const [shared, rights] = language === 'zh' ? ['会给谁', '您的权利'] : ['With whom', 'Your rights']
  for (const name of [shared, rights]) expect(screen.getByRole('heading', { name, level: 2 })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /同意|agree/i })).not.toBeInTheDocument()
})

test.each([['同意并继续', true], ['不同意', false]])('where the host waits for an answer, “%s” gives it and goes back', (label, agreed) => {
  host.asked = true
  phone.pages = 2
  render(<GuideScreen />)
  fireEvent.click(screen.getByRole('button', { name: label }))
  expect(answers).toEqual([agreed])
  expect(phone.opened).toEqual([{ how: 'navigateBack', url: '' }])
})

test('leaving without an answer is none', () => {
  host.asked = true
  render(<GuideScreen />).unmount()
  expect(answers).toEqual([false])
})

test('WeChat’s own declaration is one tap away, where there is one', () => {
  const { unmount } = render(<GuideScreen />)
  expect(screen.queryByText(/微信《用户隐私保护指引》/)).not.toBeInTheDocument()
  unmount()
  host.keepsGuide = true
  render(<GuideScreen />)
  fireEvent.click(screen.getByRole('link', { name: /微信《用户隐私保护指引》/ }))
  expect(opened).toHaveBeenCalledTimes(1)
})
