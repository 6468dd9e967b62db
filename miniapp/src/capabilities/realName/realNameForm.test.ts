import { startFaceCheck } from '@shared/realName'
import { bodyOf, emptyForm, faultOf, type RealNameForm } from './realNameForm'

const TODAY = '20260105'
const right: RealNameForm = { name: ' 张三 ', number: '110105 19491231 002x', idNumberConsent: true, faceConsent: true }

it('is sent tidied, and the contract takes it', () => {
  const body = bodyOf(right, TODAY)
  expect(body).toEqual({ name: '张三', idNumber: '11010519491231002X', consent: { idNumber: true, face: true } })
  expect(startFaceCheck.body.safeParse(body).success).toBe(true)
})

it('begins with nothing agreed to', () => { expect(emptyForm).toEqual({ name: '', number: '', idNumberConsent: false, faceConsent: false }) })

const born = (day: string): string => Array.from('0123456789X', (check) => `440106${day}001${check}`)
  .find((idNumber) => startFaceCheck.body.safeParse({ name: '演示', idNumber, consent: { idNumber: true, face: true } }).success) ?? ''

it.each<[Partial<RealNameForm>, string]>([
  [{ name: '  ' }, 'lacksName'], [{ name: '<script>' }, 'badName'], [{ name: '张\u202e三' }, 'badName'], [{ number: '' }, 'lacksNumber'], [{ number: '110105194912310021' }, 'badNumber'],
  [{ number: '11010519491331002X' }, 'badNumber'], [{ number: '110105491231002' }, 'badNumber'], [{ number: born('20260105') }, 'notBorn'],
  [{ idNumberConsent: false }, 'lacksIdNumberConsent'], [{ faceConsent: false }, 'lacksFaceConsent'],
])('%j: %s', (wrong, fault) => {
  expect(faultOf({ ...right, ...wrong }, TODAY)).toBe(fault)
  expect(bodyOf({ ...right, ...wrong }, TODAY)).toBeNull()
})
