import { useState, type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { callTexts } from '@/i18n/calls'
import { Button, List, meaning } from '@/ui'

/** Two lists of so many rows keep the page well within the 1,000 nodes that old phones draw without delay. */
const SIZE = 30

interface PortionsProps<T> {
  /** All of them, in the order in which they are shown. */
  readonly rows: readonly T[]
  readonly row: (one: T) => ReactNode
}

/** A portion of a long list, and above it, where it stays under the finger, the way to the others. */
export const Portions = <T,>({ rows, row }: PortionsProps<T>) => {
  const t = useText(callTexts)
  const [wanted, setFrom] = useState(0)
  const from = wanted < rows.length ? wanted : 0
  const until = Math.min(from + SIZE, rows.length)
  return (
    <>
      {rows.length > SIZE && (
        <View className='calls-pager'>
          <View className='calls-portion' {...meaning({ role: 'status', live: 'polite' })}><Text>{t('portion', { from: from + 1, until, all: rows.length })}</Text></View>
          <View className='calls-turn'>
            <Button kind='secondary' small disabled={from === 0} onPress={() => setFrom(from - SIZE)}>{t('back')}</Button>
            <Button kind='secondary' small disabled={until === rows.length} onPress={() => setFrom(until)}>{t('more')}</Button>
          </View>
        </View>
      )}
      <List>{rows.slice(from, until).map(row)}</List>
    </>
  )
}
