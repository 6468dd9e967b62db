import { Text } from '@tarojs/components'

interface NumeralProps {
  readonly children: string | number
  readonly size?: 'strong' | 'head' | 'number' | 'giant'
  readonly tone?: 'ink' | 'soft' | 'action' | 'now' | 'done'
}

/** A number to be read from afar; its digits keep their places when it changes. */
export const Numeral = ({ children, size = 'number', tone = 'ink' }: NumeralProps) => (
  <Text className={`yc-numeral is-${size} tone-${tone}`}>{String(children)}</Text>
)
