import { Text, View } from '@tarojs/components'
import type { Rating } from '@shared/ratings'
import { clockTime } from '@shared/time'
import { useLanguage, useLocalText, useText } from '@/i18n'
import { useMomentName } from '@/i18n/dayName'
import { orderStateTexts, ratingTexts } from '@/i18n/ratings'
import { signOf } from '@/i18n/windowName'
import { goBack, openPage, pageUrl, usePageTitle, useSessionEnded } from '@/platform'
import { Card, Empty, ErrorState, Icon, List, Loading, OfflineBar, Page, Row, Section, SignInFirst, Tag, useSpoken } from '@/ui'
import { paramsOf } from './addressOf'
import type { KeptRating } from './keptRatings'
import { faceOf, levelName } from './levels'
import './ratings.scss'
import { refusalText } from './refusal'
import { useMyRatings } from './useMyRatings'

const RatingCard = ({ rating }: { rating: Rating }) => {
  const t = useText(ratingTexts)
  const { moment } = useMomentName()
  const state = useText(orderStateTexts)
  const local = useLocalText()
  const language = useLanguage()
  const spoken = useSpoken()
  const { about, order } = rating
  const place = `${local(about.hallName)}${about.windowId === null ? '' : ` · ${local(signOf(null, about.windowId))}`}`
  const level = levelName(rating.level, language)
  const stand = order && (order.asks ? t('asks') : state(order.state))
  const time = moment(rating.ratedAt)
  return (
    <Card label={spoken(about.business, level, stand, place, time)} onPress={() => openPage('rating', { id: rating.ratingId })}>
      <View className='rate-card-head'><Icon name={faceOf(rating.level)} /><Text className='rate-card-title'>{about.business}</Text><Icon name='next' /></View>
      <Text className='rate-card-line'>{level}</Text>
      {stand && <View className='rate-card-stand'><Tag tone={order.asks || order.overdue ? 'attention' : 'action'}>{stand}</Tag></View>}
      <Text className='yc-rate-small'>{place}</Text>
      <Text className='yc-rate-small'>{time}</Text>
    </Card>
  )
}

const KeptPart = ({ kept }: { kept: readonly KeptRating[] }) => {
  const t = useText(ratingTexts)
  const language = useLanguage()
  if (kept.length === 0) return null
  return (
    <Section title={t('waits', { n: kept.length })}>
      <List>
        {kept.map((entry) => (
          <Row
            key={entry.key} lead={<Icon name={faceOf(entry.body.level)} />} title={levelName(entry.body.level, language)}
            note={t(entry.refused ? 'refused' : 'waiting')} onPress={() => openPage('rate', paramsOf(entry.subject))}
          />
        ))}
      </List>
    </Section>
  )
}

/** My ratings: what I said, and what became of it. */
export const RatingsScreen = () => {
  const t = useText(ratingTexts)
  const language = useLanguage()
  const sessionEnded = useSessionEnded()
  const { data, failure, loading, reload, session, kept, oldSince, troubled } = useMyRatings()
  usePageTitle(t('title'))
  const signedOut = !session || failure?.code === 'UNAUTHENTICATED'
  return (
    <Page title={t('title')} onBack={goBack} banner={!signedOut && oldSince !== null && <OfflineBar troubled={troubled} since={clockTime(oldSince)} />}>
      <KeptPart kept={kept} />
      {signedOut && <SignInFirst title={t('signInFirst')} ended={sessionEnded} onSignIn={() => openPage('sign-in', { next: pageUrl('ratings') })} />}
      {!signedOut && !data && failure && <ErrorState message={t('failed')} next={refusalText(failure, language)} requestId={failure.requestId} busy={loading} onRetry={reload} />}
      {!signedOut && !data && !failure && <Loading rows={3} />}
      {!signedOut && data?.length === 0 && kept.length === 0 && <Empty icon='star' title={t('none')} text={t('noneHow')} />}
      {!signedOut && data?.map((rating) => <RatingCard key={rating.ratingId} rating={rating} />)}
    </Page>
  )
}
