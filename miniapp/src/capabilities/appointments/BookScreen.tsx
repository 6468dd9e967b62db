import { useText } from '@/i18n'
import { bookTexts } from '@/i18n/appointments'
import { useRemote, usePageTitle } from '@/platform'
import type { CityItem } from '@shared/catalogue'
import { listItems } from './api'
import './appointments.scss'
import { HallsStep, type HallPlace } from './HallsStep'
import { ItemsStep } from './ItemsStep'

interface BookScreenProps {
  /** What is to be done; none while that is still to be chosen. */
  readonly itemIds: readonly string[]
  /** The hall somebody came from; empty when any will do. */
  readonly hallId: string
  readonly nearby: HallPlace
}

/** What for, then in which hall. */
export const BookScreen = ({ itemIds, hallId, nearby }: BookScreenProps) => {
  const t = useText(bookTexts)
  const items = useRemote<readonly CityItem[]>('city-items', async () => (await listItems()).items)
  usePageTitle(t('title'))
  return itemIds.length === 0 ? <ItemsStep items={items} hallId={hallId} /> : <HallsStep itemIds={itemIds} hallId={hallId} items={items.data ?? []} nearby={nearby} />
}
