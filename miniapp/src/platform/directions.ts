import Taro from '@tarojs/taro'
import type { Place } from '@shared/halls'
import { gcjOfWgs } from './gcj'
import { quietly } from './quietly'

/** A mini-program opens the host's map; a browser has none that is ours. */
export const canOpenMap = TARGET !== 'h5'

/** Shows a place on the host's map, with the way there. */
export const openMap = ({ place, name, address }: { readonly place: Place; readonly name: string; readonly address: string }): void => {
  const { lat, lng } = gcjOfWgs(place)
  quietly(() => Taro.openLocation({ latitude: lat, longitude: lng, name, address, scale: 16 }))
}

/** Copies a text; tells whether the phone let us. Call it within a tap. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await Taro.setClipboardData({ data: text })
    return true
  } catch { return false }
}
