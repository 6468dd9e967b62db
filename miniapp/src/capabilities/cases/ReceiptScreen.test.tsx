import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { setLanguage } from '@/i18n'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Reply } from '../../../../tests/support/phone/server'
import { anAnswer, CASE_NO } from './builders'
import { proofs } from './proofs'
import { ReceiptScreen } from './ReceiptScreen'

let server: PhoneServer
const show = async (reply: Reply = { body: anAnswer() }) => {
  server = await servePhone(() => reply)
  render(<ReceiptScreen />)
}
const type = (label: string, text: string): void => { fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value: text } }) }
const press = async (name: string): Promise<void> => { await act(async () => { fireEvent.click(screen.getByRole('button', { name })) }) }
const refused = (code: string, message: string, status = 404): Reply => ({ status, body: { error: { code, message, retry: 'never', requestId: 'r-1' } } })
const fill = (number: string, name: string): void => { type('办件号', number); type('申请人姓名或企业名称', name) }

afterEach(async () => {
  cleanup()
  act(() => setLanguage('zh'))
  await server.close()
})

test('number and name open the case; neither stands in an address or in the phone’s storage', async () => {
  await show()
  fill(` ${CASE_NO.toLowerCase()}`, '演示用户一 ')
  await press('查进度')
  await waitFor(() => expect(phone.opened.at(-1)?.url).toBe('/pages/cases/case/index'))
  expect(server.received).toEqual([expect.objectContaining({ method: 'POST', path: '/api/cases/search', body: { by: 'name', caseNo: CASE_NO, name: '演示用户一' } })])
  expect(proofs.read()).toMatchObject({ receipt: { caseNo: CASE_NO }, answer: anAnswer() })
  const kept = JSON.stringify([...phone.storage]) + JSON.stringify(phone.opened)
  expect(kept).not.toContain('演示用户一')
  expect(kept).not.toContain(CASE_NO)
})

test('what cannot be right is said where it stands and not sent', async () => {
  await show()
  await press('查进度')
  expect(screen.getByText('请填办件号。')).toBeInTheDocument()
  expect(screen.getByText('请填姓名。')).toBeInTheDocument()
  fill(CASE_NO.replace('1144', '1145'), '演示用户一')
  expect(screen.getByText(/前 18 位对不上/)).toBeInTheDocument()
  await press('查进度')
  expect(server.received).toEqual([])
})

test('a receipt’s barcode is looked up with nothing typed', async () => {
  await show()
  phone.scan = `${CASE_NO}*AB12CD34`
  await press('扫回执上的条码')
  const receipt = { by: 'barcode', caseNo: CASE_NO, secret: 'AB12CD34' }
  await waitFor(() => expect(proofs.read()).toMatchObject({ receipt, answer: anAnswer() }))
  expect(server.received).toEqual([expect.objectContaining({ method: 'POST', body: receipt })])
})

test('a number alone is filled in and asks for the name; another code is explained; going away says nothing', async () => {
  await show()
  phone.scan = CASE_NO
  await press('扫回执上的条码')
  expect(await screen.findByText('号码已填好，请再填姓名。')).toBeInTheDocument()
  expect(screen.getByRole('textbox', { name: '办件号' })).toHaveValue(CASE_NO)
  phone.scan = 'https://elsewhere.example'
  await press('扫回执上的条码')
  expect(await screen.findByText(/这不是受理回执的条码/)).toBeInTheDocument()
  phone.scan = null
  await press('扫回执上的条码')
  await waitFor(() => expect(screen.queryByText(/这不是受理回执的条码/)).not.toBeInTheDocument())
  expect(server.received).toEqual([])
})

test.each([
  ['nothing fits', refused('CASE_NOT_FOUND', '没有找到这个办件，请对照受理回执核对办件号和姓名。')],
  ['too many tries, with the minutes', refused('TOO_MANY_TRIES', '这个办件号查询次数过多，请 10 分钟后再试，或到窗口查询。', 429)],
  ['the systems are silent', refused('CASE_SYSTEMS_SILENT', '办件系统暂时没有回应，请稍后再查。', 503)],
] as const)('%s: said, and what was typed stays', async (_, reply) => {
  await show(reply)
  fill(CASE_NO, '演示用户二')
  await press('查进度')
  const { error } = (reply as { body: { error: { message: string } } }).body
  expect(await screen.findByText(error.message)).toBeInTheDocument()
  expect(screen.getByRole('textbox', { name: '申请人姓名或企业名称' })).toHaveValue('演示用户二')
  expect(phone.opened).toEqual([])
})

test('no answer is no “not found”; a double tap counts one try', async () => {
  await show('drop')
  fill(CASE_NO, '演示用户一')
  act(() => {
    fireEvent.click(screen.getByRole('button', { name: '查进度' }))
    fireEvent.click(screen.getByRole('button', { name: '查进度' }))
  })
  expect(await screen.findByText('没有收到回应，请再试一次。')).toBeInTheDocument()
  expect(server.received).toHaveLength(1)
})

test('speaks English', async () => {
  act(() => setLanguage('en'))
  await show()
  type('Case number', CASE_NO.slice(1))
  await press('Look it up')
  expect(screen.getByText('A case number has 43 characters; this has 42, 1 too few.')).toBeInTheDocument()
})
