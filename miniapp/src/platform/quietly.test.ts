import { quietly } from './quietly'

test('a host that throws, rejects or gives nothing harms nobody', async () => {
  const unhandled = jest.fn()
  process.on('unhandledRejection', unhandled)
  expect(() => {
    quietly(() => { throw new Error('unknown call') })
    quietly(() => Promise.reject(new Error('refused')))
    quietly(() => undefined)
  }).not.toThrow()
  await new Promise((resolve) => { setTimeout(resolve, 20) })
  process.off('unhandledRejection', unhandled)
  expect(unhandled).not.toHaveBeenCalled()
})
