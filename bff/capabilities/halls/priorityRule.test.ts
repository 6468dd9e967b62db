import { hallDetail } from '@shared/halls'
import { aHall } from '../../../tests/support/halls'
import { priorityRule } from './priorityRule'

const weighing = (weight: number, passLimit: number) =>
  priorityRule(aHall({ policy: { weights: { ordinary: weight, priority: weight, appointment: weight }, passLimit } }))

test('tells the very weights and the bound of the policy', () => {
  expect(priorityRule(aHall())).toEqual({
    zh: '同一业务中，有普通号等候时，每叫 3 个普通号，至多叫 2 个优先号和 2 个已签到的预约号；同类号先取先叫。过号返回的排在之后 3 位的后面；转到其他业务的按已等候的时间排。'
      + '除本人过号、让号或转号外，任何普通号最多被 10 个后取的号超过。',
    en: 'In each line, for 3 ordinary numbers at most 2 priority and 2 appointments are called while ordinary ones wait; '
      + 'each kind in the order taken. Who comes back after a missed call stands behind the next 3; who is sent to another line keeps the time waited. '
      + 'Unless you miss your call, let others go first or change lines, '
      + 'at most 10 numbers taken later can pass your ordinary number.',
  })
})

test('names each number in its own place, in both languages', () => {
  const { zh, en } = priorityRule(aHall({ policy: { weights: { ordinary: 7, priority: 5, appointment: 4 }, passLimit: 12 }, returnBehind: 6 }))
  expect(zh.match(/\d+/g)).toEqual(['7', '5', '4', '6', '12'])
  expect(en.match(/\d+/g)).toEqual(['7', '5', '4', '6', '12'])
})

test('reads right for one', () => {
  const { en } = weighing(1, 1)
  expect(en).toContain('for 1 ordinary number at most 1 priority and 1 appointment are called')
  expect(en).toContain('at most 1 number taken later')
})

test('fits the contract with the largest numbers', () => {
  expect(hallDetail.shape.priorityRule.safeParse(weighing(12, 100))).toMatchObject({ success: true })
})
