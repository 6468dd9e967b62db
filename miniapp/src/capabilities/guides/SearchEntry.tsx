import { useText } from '@/i18n'
import { searchTexts } from '@/i18n/guides'
import { openPage } from '@/platform'
import { Icon, List, Row } from '@/ui'

/** On the home page: the way to the search, looking like what it leads to. */
export const SearchEntry = () => {
  const t = useText(searchTexts)
  return <List><Row lead={<Icon name='search' />} title={t('label')} note={t('hint')} onPress={() => openPage('search')} /></List>
}
