import { useText } from '@/i18n'
import { ratingTexts } from '@/i18n/ratings'
import { openPage } from '@/platform'
import { Icon, List, Row, Section } from '@/ui'
import { deliveries } from './api'
import { useKept } from './useKept'

/** The way to my ratings; says when one has not been sent. */
export const RatingLinks = () => {
  const t = useText(ratingTexts)
  const n = useKept(deliveries).all().length
  return <Section><List><Row lead={<Icon name='star' />} title={t('title')} note={n > 0 ? t('waits', { n }) : undefined} onPress={() => openPage('ratings')} /></List></Section>
}
