import { type KeyboardEvent, useState } from 'react'
import { useText } from '@/i18n'
import { bookTexts } from '@/i18n/consoleBook'
import { classes } from '@/ui'
import { type SlotCell, timeSpan } from './view'

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }

/** The arrows go from slot to slot, so that the whole grid is one stop of the Tab key. */
const goOn = (event: KeyboardEvent<HTMLElement>): void => {
  const step = STEPS[event.key]
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  if (step === undefined || at < 0) return
  event.preventDefault()
  buttons[at + step]?.focus()
}

interface SlotGridProps { readonly slots: readonly SlotCell[]; readonly chosen: number | null; readonly onChoose: (startsAt: number | null) => void }

/** How full each slot is; one pressed shows who is in it. What is past is out of the way until asked for. */
export const SlotGrid = ({ slots, chosen, onChoose }: SlotGridProps) => {
  const t = useText(bookTexts)
  const [overShown, setOverShown] = useState(false)
  const over = slots.filter(({ face }) => face === 'over').length
  const shown = slots.filter(({ face, startsAt }) => overShown || face !== 'over' || startsAt === chosen || over === slots.length)
  const reached = shown.some(({ startsAt }) => startsAt === chosen) ? chosen : shown[0]?.startsAt
  const word = ({ face }: SlotCell): string | null => (face === 'free' ? null : t(face))
  if (slots.length === 0) return <p className='console-hint'>{t('noSlots')}</p>
  return (
    <>
      <div className='console-slots-head'>
        <p className='console-hint'>{t('legend')}</p>
        {over > 0 && over < slots.length && (
          <button type='button' className='console-quiet' aria-expanded={overShown} onClick={() => setOverShown(!overShown)}>
            {overShown ? t('hideOver') : t('showOver', { n: over })}
          </button>
        )}
      </div>
      <div className='console-slots' role='group' aria-label={t('slots')} onKeyDown={goOn}>
        {shown.map((slot) => (
          <button
            key={slot.startsAt} type='button' className={classes('console-slot', `is-${slot.face}`, slot.startsAt === chosen && 'is-chosen')}
            aria-pressed={slot.startsAt === chosen} tabIndex={slot.startsAt === reached ? 0 : -1}
            onClick={() => onChoose(slot.startsAt === chosen ? null : slot.startsAt)}
          >
            <span className='yc-spoken'>{[t('slotLabel', { ...slot, time: timeSpan(slot) }), word(slot)].filter(Boolean).join(' ')}</span>
            <span className='console-slot-head' aria-hidden='true'><b>{slot.time}</b>{word(slot) && <small>{word(slot)}</small>}</span>
            <span className='console-slot-places' aria-hidden='true'>{t('places', slot)}{slot.reserve > 0 && <small>{t('kept', { n: slot.reserve })}</small>}</span>
          </button>
        ))}
      </div>
    </>
  )
}
