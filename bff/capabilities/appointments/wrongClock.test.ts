import { newKey } from '../../../tests/support/people'
import { useStack } from '../../../tests/support/stack'
import { systemClock } from '../../platform/clock'

let shift = 0
const stack = useStack({ clock: () => systemClock() + shift, settings: { RATE_LIMITS: 'false', CLOCK_GUARD_MS: '5000' } })
const visit = { hallId: 'test', lineId: 'A', itemIds: ['residence-permit'] }

afterEach(() => { shift = 0 })

test('a server whose clock has jumped refuses every act on the book, the desk’s too, and nothing has changed', async () => {
  const { client, people } = stack()
  const { token } = await people.citizen(1)
  const staff = (await people.staff('clerk', ['test'])).token
  const { days } = await client.call('listDays', { params: { hallId: 'test', lineId: 'A' }, query: { itemIds: 'residence-permit' } })
  const day = days.find(({ state, free }, i) => i > 0 && state === 'open' && free > 0)?.day ?? ''
  const { slots } = await client.call('listSlots', { params: { hallId: 'test', lineId: 'A', day }, query: { itemIds: 'residence-permit' } })
  const [first, second] = slots.filter(({ state }) => state === 'open').slice(-2)
  const held = await client.call('holdSlot', { body: { ...visit, startsAt: first?.startsAt ?? 0 } }, { token, key: newKey() })
  const params = { appointmentId: held.appointmentId }
  const booked = await client.call('moveAppointment', { params, body: { move: 'confirm' } }, { token, key: newKey() })

  for (const jump of [600_000, -600_000]) {
    shift = jump
    const refusals = [
      await client.refusal('holdSlot', { body: { ...visit, startsAt: second?.startsAt ?? 0 } }, { token: (await people.citizen(2)).token, key: newKey() }),
      await client.refusal('moveAppointment', { params, body: { move: 'reschedule', startsAt: second?.startsAt ?? 0 } }, { token, key: newKey() }),
      await client.refusal('moveAppointment', { params, body: { move: 'cancel' } }, { token, key: newKey() }),
      await client.refusal('arriveAtDesk', { params }, { token: staff, key: newKey() }),
    ]
    expect(refusals.map(({ code }) => code)).toEqual(refusals.map(() => 'CLOCK_WRONG'))
  }
  shift = 0
  expect(await client.call('readAppointment', { params }, { token })).toEqual({ ...booked, asOf: expect.any(Number) })
})
