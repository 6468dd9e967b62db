import { render, screen } from '@testing-library/react'
import { SupervisionLink } from './SupervisionLink'

const staff = { token: 't', account: 'one', name: { zh: '演示', en: 'Demo' }, halls: [], expiresAt: 0 }

test.each([['clerk', '关于我的差评'], ['supervisor', '服务督查'], ['operator', '服务督查']] as const)('a %s is led to %s', (role, name) => {
  render(<SupervisionLink staff={{ ...staff, role }} />)
  expect(screen.getByRole('link', { name })).toHaveAttribute('href', '/pages/supervision/index')
})
