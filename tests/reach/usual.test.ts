import { shots } from '../screens/shots'
import { faultsAtTwice, faultsInTheDark, faultsOf } from './checks'
import { keyboardFaults } from './keyboard'
import { useScene } from './useScene'
import { lookNamed } from './visits'

const { visits } = useScene()

describe('every screen and state in Chinese: nothing for axe to find, nothing cut off, each target large enough, all of it reached by Tab, at twice the size and in the dark too', () => {
  test.each(shots.map((shot) => [shot.name, shot] as const))('%s', async (_, shot) => {
    expect(await visits().show(shot, lookNamed('zh'), async (page) => [
      ...await faultsOf(page, { large: false }), ...await keyboardFaults(page), ...await faultsAtTwice(page), ...await faultsInTheDark(page),
    ])).toEqual([])
  })
})
