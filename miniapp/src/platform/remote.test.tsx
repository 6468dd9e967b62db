import { act, render, screen, waitFor } from '@testing-library/react'
import { hidePage, showPage } from '../../../tests/support/phone/taro'
import { offlineError } from './apiError'
import { nextQuestion, useRemote } from './remote'

/** An answer the test gives when it likes. */
const asked = () => {
  const questions: { answer: (value: string) => Promise<void>; fail: () => Promise<void> }[] = []
  const load = () => new Promise<string>((resolve, reject) => {
    questions.push({
      answer: (value) => act(async () => { resolve(value) }),
      fail: () => act(async () => { reject(offlineError('zh')) }),
    })
  })
  return { questions, load }
}

const Shown = ({ name, load, everySeconds }: { name: string; load: () => Promise<string>; everySeconds?: number }) => {
  const { data, failure, loading } = useRemote(name, load, { everySeconds })
  return <p>{`${data ?? 'none'} ${failure?.code ?? 'ok'} ${loading ? 'loading' : 'still'}`}</p>
}

test('keeps the last answer when a newer question fails, and says so', async () => {
  const { questions, load } = asked()
  render(<Shown name='a' load={load} everySeconds={1} />)
  expect(screen.getByText('none ok loading')).toBeInTheDocument()
  await questions[0]!.answer('one')
  expect(screen.getByText('one ok still')).toBeInTheDocument()
  await waitFor(() => expect(questions).toHaveLength(2), { timeout: 3000 })
  await questions[1]!.fail()
  expect(screen.getByText('one OFFLINE still')).toBeInTheDocument()
})

test('an answer to an older question never lands in a newer one', async () => {
  const { questions, load } = asked()
  const view = render(<Shown name='a' load={load} />)
  view.rerender(<Shown name='b' load={load} />)
  await questions[1]!.answer('of b')
  await questions[0]!.answer('of a')
  expect(screen.getByText('of b ok still')).toBeInTheDocument()
})

test('does not ask while nobody sees the page, and asks at once when it is seen again', async () => {
  const { questions, load } = asked()
  render(<Shown name='a' load={load} everySeconds={1} />)
  await questions[0]!.answer('one')
  act(() => hidePage())
  await act(() => new Promise((resolve) => { setTimeout(resolve, 1500) }))
  expect(questions).toHaveLength(1)
  act(() => showPage())
  await waitFor(() => expect(questions).toHaveLength(2))
})

test('asks less often while it fails, spread over time, down to a fourth of the pace', () => {
  expect(nextQuestion(3000, 0, 0.5)).toBe(3000)
  expect([nextQuestion(3000, 1, 0), nextQuestion(3000, 1, 1), nextQuestion(3000, 9, 1)]).toEqual([3000, 6000, 12_000])
  expect(nextQuestion(60_000, 9, 1)).toBe(60_000)
})
