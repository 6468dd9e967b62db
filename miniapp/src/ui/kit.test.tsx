import { act, fireEvent, render, screen } from '@testing-library/react'
import { setLanguage } from '@/i18n'
import { Button, CheckboxRow, Choice, Confirm, ErrorState, List, Loading, OfflineBar, Sheet, Stepper, SwitchRow, useElapsed } from '.'

test('a button answers to tap, Enter and Space', () => {
  const press = jest.fn()
  render(<Button onPress={press}>取号</Button>)
  const button = screen.getByRole('button', { name: '取号' })
  fireEvent.click(button)
  fireEvent.keyDown(button, { key: 'Enter' })
  fireEvent.keyDown(button, { key: ' ' })
  fireEvent.keyDown(button, { key: 'x' })
  expect(press).toHaveBeenCalledTimes(3)
  expect(button).toHaveAttribute('tabindex', '0')
})

test.each([{ busy: true }, { disabled: true }])('takes no tap while %p, and says so', (state) => {
  const press = jest.fn()
  render(<Button onPress={press} {...state}>取号</Button>)
  const button = screen.getByRole('button', { name: /取号/ })
  fireEvent.click(button)
  fireEvent.keyDown(button, { key: 'Enter' })
  expect(press).not.toHaveBeenCalled()
  expect(button).toHaveAttribute('aria-disabled', 'true')
})

test('a choice has one chosen radio; one that is not offered cannot be picked', () => {
  const change = jest.fn()
  render(<Choice label='业务' value='A' onChange={change} options={[{ value: 'A', label: '综合' }, { value: 'B', label: '社保' }, { value: 'C', label: '公积金', disabled: true }]} />)
  expect(screen.getByRole('radiogroup', { name: '业务' })).toBeInTheDocument()
  expect(screen.getByRole('radio', { name: '综合' })).toHaveAttribute('aria-checked', 'true')
  fireEvent.click(screen.getByRole('radio', { name: '公积金' }))
  fireEvent.click(screen.getByRole('radio', { name: '社保' }))
  expect(change.mock.calls).toEqual([['B']])
})

test('a box is ticked and unticked', () => {
  const change = jest.fn()
  render(<List><CheckboxRow title='身份证' checked onChange={change} /></List>)
  const box = screen.getByRole('checkbox', { name: '身份证' })
  expect(box).toHaveAttribute('aria-checked', 'true')
  fireEvent.click(box)
  expect(change).toHaveBeenCalledWith(false)
})

test('a stepper stops at its ends', () => {
  const change = jest.fn()
  render(<Stepper label='让几位' value={1} min={1} max={3} onChange={change} />)
  fireEvent.click(screen.getByRole('button', { name: '让几位：减少' }))
  fireEvent.click(screen.getByRole('button', { name: '让几位：增加' }))
  expect(change.mock.calls).toEqual([[2]])
})

test('a stepper may show what its number stands for', () => {
  render(<Stepper label='从' value={44} min={0} max={47} shown='22:00' onChange={() => undefined} />)
  expect(screen.getByText('22:00')).toBeInTheDocument()
  expect(screen.queryByText('44')).not.toBeInTheDocument()
})

test('a switch that cannot be turned says so, and is not turned', () => {
  const change = jest.fn()
  render(<List><SwitchRow title='叫号' checked disabled onChange={change} /></List>)
  const row = screen.getByRole('switch', { name: '叫号' })
  expect(row).toHaveAttribute('aria-disabled', 'true')
  fireEvent.click(row)
  expect(change).not.toHaveBeenCalled()
})

test('asking before an act: closed it is not there, open it can be left in two ways', () => {
  const cancel = jest.fn()
  const dialog = (open: boolean) => <Confirm open={open} title='取消这个号？' text='取消后要重新取号。' confirm='取消这个号' cancel='再想想' danger onConfirm={() => undefined} onCancel={cancel} />
  const view = render(dialog(false))
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  view.rerender(dialog(true))
  fireEvent.click(screen.getByRole('button', { name: '再想想' }))
  fireEvent.click(screen.getByRole('button', { name: '关闭' }))
  expect(cancel).toHaveBeenCalledTimes(2)
})

test('an error tells what to do next and what to quote', () => {
  const retry = jest.fn()
  render(<ErrorState message='系统繁忙' next='可到服务台咨询' requestId='r-77' onRetry={retry} />)
  expect(screen.getByRole('alert')).toHaveTextContent('系统繁忙可到服务台咨询再试一次问题编号 r-77')
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
  expect(retry).toHaveBeenCalled()
})

test('a sheet takes the focus, keeps it, closes by Escape and gives the focus back', () => {
  const close = jest.fn()
  const sheet = (open: boolean) => (
    <>
      <Button onPress={() => undefined}>取消</Button>
      <Sheet open={open} title='取消这个号？' onClose={close} actions={<><Button onPress={() => undefined}>确定</Button><Button onPress={close}>再想想</Button></>} />
    </>
  )
  const view = render(sheet(false))
  const opener = screen.getByRole('button', { name: '取消' })
  opener.focus()
  view.rerender(sheet(true))
  expect(document.activeElement).toHaveClass('yc-sheet-panel')
  fireEvent.keyDown(document, { key: 'Tab' })
  screen.getByRole('button', { name: '再想想' }).focus()
  fireEvent.keyDown(document, { key: 'Tab' })
  expect(screen.getByRole('button', { name: '关闭' })).toHaveFocus()
  fireEvent.keyDown(document, { key: 'Tab', shiftKey: true })
  expect(screen.getByRole('button', { name: '再想想' })).toHaveFocus()
  fireEvent.keyDown(document, { key: 'Escape' })
  expect(close).toHaveBeenCalledTimes(1)
  view.rerender(sheet(false))
  expect(opener).toHaveFocus()
})

test('what screen readers hear has the punctuation of its language', () => {
  act(() => setLanguage('en'))
  render(<><Stepper label='Let go first' value={2} min={1} max={3} onChange={() => undefined} /><List><CheckboxRow title='ID card' note='original' checked={false} onChange={() => undefined} /></List></>)
  expect(screen.getByRole('button', { name: 'Let go first: Less' })).toBeInTheDocument()
  expect(screen.getByRole('checkbox', { name: 'ID card, original' })).toBeInTheDocument()
  act(() => setLanguage('zh'))
})

test('the bar says whose fault it is that nothing new comes', () => {
  render(<><OfflineBar since='10:20' /><OfflineBar since='10:21' troubled /></>)
  expect(screen.getByText('网络已断开，以下是 10:20 的情况')).toBeInTheDocument()
  expect(screen.getByText('暂时取不到新情况，以下是 10:21 的')).toBeInTheDocument()
})

test('what takes long says so, to eyes and to screen readers, and not before', () => {
  jest.useFakeTimers()
  try {
    render(<Loading />)
    act(() => { jest.advanceTimersByTime(2900) })
    expect(screen.getByRole('status', { name: '正在加载' })).toBeInTheDocument()
    act(() => { jest.advanceTimersByTime(200) })
    const told = screen.getByText('比平时慢，还在取，请稍等')
    expect(told.closest('[role=status]')).not.toHaveAttribute('aria-busy')
    expect(told.closest('[aria-live=polite]')).not.toBeNull()
  } finally { jest.useRealTimers() }
})

test('what nobody renews grows old by itself', () => {
  jest.useFakeTimers()
  try {
    const clock = (): number => jest.now()
    const since = clock()
    const Age = () => <>{useElapsed(since, 5000, clock) ? 'old' : 'now'}</>
    render(<Age />)
    act(() => { jest.advanceTimersByTime(4900) })
    expect(screen.getByText('now')).toBeInTheDocument()
    act(() => { jest.advanceTimersByTime(200) })
    expect(screen.getByText('old')).toBeInTheDocument()
  } finally { jest.useRealTimers() }
})
