import { act, fireEvent, render, screen } from '@testing-library/react'
import { currentLanguage, setLanguage } from '@/i18n'
import { currentAppearance, Page, setAppearance } from '@/ui'
import { phone } from '../../../../tests/support/phone/taro'
import { DisplaySettings } from './DisplaySettings'
import { startPreferences } from './preferences'

const forget = (): void => act(() => { setLanguage('zh'); setAppearance({ large: false, theme: 'auto' }) })
beforeEach(forget)
afterEach(forget)

test('choices act at once and are there after a restart', () => {
  const { container } = render(<Page><DisplaySettings /></Page>)
  fireEvent.click(screen.getByRole('switch', { name: /长辈版/ }))
  fireEvent.click(screen.getByRole('radio', { name: '深色' }))
  fireEvent.click(screen.getByRole('radio', { name: 'English' }))
  expect(container.firstChild).toHaveClass('is-large', 'is-dark', 'is-en')
  expect(container.firstChild).toHaveAttribute('lang', 'en')
  expect(screen.getByText('Larger text and buttons')).toBeInTheDocument()
  forget()
  act(() => startPreferences())
  expect(currentLanguage()).toBe('en')
  expect(currentAppearance()).toEqual({ large: true, theme: 'dark' })
})

test('with nothing chosen, the phone’s language counts and large type is off', () => {
  phone.storage.clear()
  act(() => startPreferences())
  // The browser of the test speaks en-US.
  expect(currentLanguage()).toBe('en')
  expect(currentAppearance()).toEqual({ large: false, theme: 'auto' })
})
