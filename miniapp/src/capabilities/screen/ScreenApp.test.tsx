import { TextEncoder } from 'node:util'
import { cleanup, render, screen } from '@testing-library/react'
import type { Board } from '@shared/halls'
import { endpoints } from '@shared/endpoints'
import { now } from '@/platform/clock'
import { servePhone, type PhoneServer } from '../../../../tests/support/phone/server'
import { ScreenApp } from './ScreenApp'

let server: PhoneServer
// Browsers have it, and the library that draws the code asks for it.
beforeAll(() => { Object.assign(globalThis, { TextEncoder }) })
afterEach(async () => {
  cleanup()
  await server.close()
})

const show = async (change: Partial<Board>): Promise<void> => {
  const board = { ...endpoints.readBoard.example.output, asOf: now(), ...change }
  const code = { ...endpoints.readScreenCode.example.output, asOf: now(), changesAt: now() + 30_000 }
  const answers = { board, code, tianhe: endpoints.readHall.example.output }
  server = await servePhone(({ path }) => {
    const body = answers[path.split('/').at(-1) as keyof typeof answers]
    return body ? { body } : { status: 404, body: {} }
  })
  render(<ScreenApp hallId='tianhe' screenKey='key' />)
}

test('an open hall shows the code by which a number is taken, and who is called', async () => {
  await show({})
  expect(await screen.findByRole('link')).toHaveAttribute('href', endpoints.readScreenCode.example.output.link)
  expect(screen.getByText('A028')).toBeInTheDocument()
})

test('a closed hall shows no code that would lead to no number, says when to come back to it, and has no heading over nothing', async () => {
  await show({ open: false, calling: [], lines: [] })
  expect(await screen.findByText('开放后再扫码')).toBeInTheDocument()
  expect(screen.queryByRole('link')).toBeNull()
  for (const heading of screen.getAllByRole('heading')) expect(heading).not.toBeEmptyDOMElement()
})
