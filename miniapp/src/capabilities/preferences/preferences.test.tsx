import { act, fireEvent, render, screen } from '@testing-library/react'
import { currentLanguage, setLanguage } from '@/i18n'
import { currentAppearance, Page, setAppearance } from '@/ui'
import { phone } from '../../../../tests/support/phone/taro'
import { DisplaySettings } from './DisplaySettings'
import { startPreferences, useAloud } from './preferences'

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

describe('saying one’s place aloud', () => {
  const Aloud = () => <p>{useAloud() ? 'aloud' : 'silent'}</p>
  afterEach(() => { Reflect.deleteProperty(window, 'speechSynthesis') })

  test('goes with large type until somebody chooses otherwise, and the choice stays', () => {
    Object.assign(window, { speechSynthesis: {} })
    phone.storage.clear()
    act(() => { startPreferences(); setLanguage('zh') })
    render(<Page><DisplaySettings /><Aloud /></Page>)
    expect(screen.getByText('silent')).toBeInTheDocument()
    fireEvent.click(screen.getByRole('switch', { name: /长辈版/ }))
    expect(screen.getByText('aloud')).toBeInTheDocument()
    fireEvent.click(screen.getByRole('switch', { name: /朗读排队进度/ }))
    expect(screen.getByText('silent')).toBeInTheDocument()
    act(() => startPreferences())
    expect(screen.getByText('silent')).toBeInTheDocument()
  })

  test('is not offered where nothing can speak', () => {
    render(<Page><DisplaySettings /></Page>)
    expect(screen.queryByRole('switch', { name: /朗读/ })).not.toBeInTheDocument()
  })
})
