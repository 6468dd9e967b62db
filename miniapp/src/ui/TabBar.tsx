import { Text, View } from '@tarojs/components'
import { classes, meaning, pressable } from './accessible'
import { Icon, type IconName } from './Icon'

export interface Tab<K extends string> { readonly key: K; readonly label: string; readonly icon: IconName }
interface TabBarProps<K extends string> { readonly tabs: readonly Tab<K>[]; readonly current: K; readonly label: string; readonly onSelect: (key: K) => void }

/** The bar at the bottom. Our own, because the native one does not grow with large type. */
export const TabBar = <K extends string>({ tabs, current, label, onSelect }: TabBarProps<K>) => (
  <View className='yc-tabs' {...meaning({ role: 'navigation', label })}>
    <View className='yc-tabs-inner' {...meaning({ role: 'tablist' })}>
      {tabs.map((tab) => (
        <View
          key={tab.key} className={classes('yc-tab yc-pressable', tab.key === current && 'is-current')}
          {...meaning({ role: 'tab', selected: tab.key === current })} {...pressable(() => onSelect(tab.key))}
        >
          <Icon name={tab.icon} /><Text>{tab.label}</Text>
        </View>
      ))}
    </View>
  </View>
)
