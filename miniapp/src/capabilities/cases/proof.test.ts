import { anAnswer, CASE_NO } from './builders'
import { createProofs, PROOF_LASTS_MS } from './proof'

const receipt = { by: 'name', caseNo: CASE_NO, name: '演示用户一' } as const

test('the latest receipt is known for a while, then no more', () => {
  let at = 0
  const proofs = createProofs(() => at)
  expect(proofs.read()).toBeNull()
  proofs.keep(receipt, anAnswer())
  at = PROOF_LASTS_MS
  expect(proofs.read()?.receipt).toEqual(receipt)
  at += 1
  expect(proofs.read()).toBeNull()
  at = 0
  expect(proofs.read()).toBeNull()
})

test('a newer receipt takes its place', () => {
  const proofs = createProofs(() => 0)
  proofs.keep(receipt, anAnswer())
  proofs.keep({ ...receipt, name: '演示用户二' }, anAnswer())
  expect(proofs.read()?.receipt).toMatchObject({ name: '演示用户二' })
})
