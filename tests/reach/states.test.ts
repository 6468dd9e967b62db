import { lookAtEvery } from './everyShot'

describe('every further state in Chinese: nothing for axe to find, nothing cut off, each target large enough, all of it reached by Tab, at twice the size and in the dark too', () => {
  lookAtEvery('state')
})
