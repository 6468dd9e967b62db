import { fireEvent, render, screen } from '@testing-library/react'
import { Button, CheckboxRow, Choice, Confirm, ErrorState, List, Stepper } from '.'

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
