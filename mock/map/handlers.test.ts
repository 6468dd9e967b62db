import { useSimulators } from '../testing/useSimulators'

const simulators = useSimulators()
const ask = async (mode: string, query: Record<string, string> = {}) => {
  const all = new URLSearchParams({ key: 'demo-map-key', from: '23.13,113.36', to: '23.13,113.40', ...query })
  return (await fetch(`${simulators.url()}/map/ws/direction/v1/${mode}/?${all}`)).json() as Promise<{ status: number; result?: { routes: { distance: number; duration: number }[] } }>
}

describe('the simulated map service', () => {
  it('tells metres and minutes, by each way of going its own', async () => {
    const answers = await Promise.all(['walking', 'bicycling', 'transit', 'driving'].map((mode) => ask(mode)))
    expect(answers.map(({ status, result }) => [status, result?.routes[0]?.distance, result?.routes[0]?.duration])).toEqual([[0, 5_522, 77], [0, 5_522, 26], [0, 5_522, 19], [0, 5_522, 14]])
  })

  it('says what is wrong', async () => {
    expect((await Promise.all([ask('walking', { key: 'x' }), ask('flying'), ask('walking', { from: 'here' }), ask('walking', { to: '39.9,116.4' })])).map(({ status }) => status)).toEqual([311, 310, 310, 373])
  })
})
