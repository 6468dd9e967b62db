import { useText } from '@/i18n'
import { bookTexts } from '@/i18n/appointments'
import { Steps } from '@/ui'

/** Where one stands on the way to an appointment. */
export const BookSteps = ({ current }: { current: 0 | 1 | 2 | 3 }) => {
  const t = useText(bookTexts)
  return <Steps current={current} steps={[t('stepItem'), t('stepHall'), t('stepTime'), t('stepConfirm')]} />
}
