import { Text } from '@tarojs/components'

export type TagTone = 'plain' | 'action' | 'now' | 'done' | 'attention'

/** A word about something beside it. The tone repeats what the word says; it never says it alone. */
export const Tag = ({ children, tone = 'plain' }: { children: string; tone?: TagTone }) => <Text className={`yc-tag is-${tone}`}>{children}</Text>
