import { isLeader, staffIn } from './staff'

const kept = { token: 't'.repeat(40), account: 'clerk1', role: 'clerk', name: { zh: '演示窗口人员一', en: 'Demo clerk 1' }, halls: ['tianhe'], expiresAt: 2000 }

test('a reload finds who was signed in, until the session has run out', () => {
  expect(staffIn(JSON.stringify(kept), 1999)).toEqual(kept)
  expect(staffIn(JSON.stringify(kept), 2000)).toBeNull()
})

test('nothing, nonsense and another shape sign nobody in', () => {
  for (const text of [null, '', '{', '[]', '{"token":1}', JSON.stringify({ ...kept, halls: 'tianhe' })]) expect(staffIn(text, 0)).toBeNull()
})

test('clerks lead nothing; supervisors and operators do', () => {
  expect((['clerk', 'supervisor', 'operator'] as const).map((role) => isLeader({ role }))).toEqual([false, true, true])
})
