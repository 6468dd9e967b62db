import { fireEvent, render, screen } from '@testing-library/react'
import { AgreeButton as Plain } from './AgreeButton'
import { AgreeButton as Wechat } from './AgreeButton.weapp'

test.each([['WeChat’s own', Wechat], ['ours', Plain]])('%s button agrees by one tap, and not while that is under way', (_, AgreeButton) => {
  const agreed = jest.fn()
  const { rerender } = render(<AgreeButton id='agree' onPress={agreed}>同意</AgreeButton>)
  fireEvent.click(screen.getByRole('button', { name: '同意' }))
  expect(agreed).toHaveBeenCalledTimes(1)
  rerender(<AgreeButton id='agree' busy onPress={agreed}>同意</AgreeButton>)
  fireEvent.click(screen.getByRole('button', { name: /同意/ }))
  expect(agreed).toHaveBeenCalledTimes(1)
})

test('WeChat finds its button by the id it is told', () => {
  render(<Wechat id='agree' onPress={() => undefined}>同意</Wechat>)
  expect(screen.getByRole('button')).toHaveAttribute('id', 'agree')
})
