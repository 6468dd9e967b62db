import { useEffect, useRef, useState } from 'react'
import { Text, View } from '@tarojs/components'
import { codeInText } from '@shared/link'
import { live } from '@shared/ticketStates'
import { clockTime } from '@shared/time'
import { useLocalText, useText } from '@/i18n'
import { takeTexts } from '@/i18n/queue'
import { goBack, now, openPage, openTab, replacePage, scan, useOnline, usePageTitle, useSession, useVisible } from '@/platform'
import { classes, Icon, Notice, OfflineBar, Page } from '@/ui'
import { drafts, listTickets } from './api'
import { ChosenItem, ItemSearch } from './ItemPart'
import { LinePart, PriorityPart } from './LinePart'
import { NoHall } from './NoHall'
import './queue.scss'
import { presenceSpent, type TakeWay } from './refusal'
import { RefusalSheet } from './RefusalSheet'
import { ShutPart } from './ShutPart'
import { stillPressed } from './takeDraft'
import { TakeFoot } from './TakeFoot'
import { useNow } from './useNow'
import { useTake } from './useTake'
import { useTakePage } from './useTakePage'

export interface TakeScreenProps {
  readonly hallId: string
  /** The item somebody came for; empty when none. */
  readonly itemId: string
  /** The proof that the citizen is in this hall, while it is good. */
  readonly presenceOf: (hallId: string) => { readonly presence: string; readonly expiresAt: number } | null
  /** There was a proof, and it has run out. */
  readonly presenceOver?: (hallId: string) => boolean
  readonly dropPresence: (hallId: string) => void
  /** Asks, within the tap, to allow messages about the number, as their own capability does; whatever the answer, the number is taken. */
  readonly allow?: () => Promise<void>
}

/** Opens the citizen's ticket that stands in the way of another; home when it cannot be found. */
const openMine = async (hallId: string, lineId: string | undefined): Promise<void> => {
  try {
    const { tickets } = await listTickets()
    const mine = tickets.filter((ticket) => ticket.hallId === hallId && live.includes(ticket.state))
    const ticket = mine.find((one) => one.lineId === lineId) ?? mine[0]
    if (ticket) replacePage('ticket', { id: ticket.ticketId })
    else openTab('home')
  } catch { openTab('home') }
}

/** What to bring, which line, one big button. */
export const TakeScreen = ({ hallId, itemId, presenceOf, presenceOver, dropPresence, allow }: TakeScreenProps) => {
  const t = useText(takeTexts)
  const local = useLocalText()
  const session = useSession()
  const online = useOnline()
  const visible = useVisible()
  useNow() // A proof of presence may run out while one reads.
  const page = useTakePage(hallId, itemId)
  const [scanTrouble, setScanTrouble] = useState<string | null>(null)
  const proof = presenceOf(hallId)
  const over = proof === null && presenceOver?.(hallId) === true
  const { line, item, draft, held, wish } = page
  usePageTitle(t('title'))

  const taking = useTake({
    hallId, wish,
    onTicket: (ticket) => { drafts.drop(hallId); replacePage('ticket', { id: ticket.ticketId }) },
    onSignIn: () => page.change({ pressedAt: now() }),
  })
  const { phase } = taking
  const refusedFor = phase.step === 'refused' ? phase.code : null
  useEffect(() => { if (refusedFor && presenceSpent(refusedFor)) dropPresence(hallId) }, [refusedFor, hallId, dropPresence])

  const press = (wished = wish, asked?: Promise<void>): void => {
    if (!wished || !proof) return
    setScanTrouble(null)
    taking.send({ ...wished, presence: proof.presence }, asked)
  }
  const openScanner = async (): Promise<void> => {
    setScanTrouble(null)
    const scanned = await scan()
    if (scanned.kind === 'unreadable') setScanTrouble(t('scanUnreadable'))
    if (scanned.kind === 'refused') setScanTrouble(t('cameraRefused'))
    if (scanned.kind !== 'read') return
    page.change({ pressedAt: now() })
    replacePage('scan', { c: codeInText(scanned.text) ?? scanned.text.slice(0, 100), hall: hallId })
  }

  // The button was pressed before; scanning or signing in is done now, so the press is carried out.
  const ready = session !== null && proof !== null && wish !== null && page.shut === null
  const due = ready && visible && phase.step === 'idle' && stillPressed(draft, now())
  const carryOut = useRef(press)
  carryOut.current = () => {
    // Another page of this hall may have carried it out since this one was last seen.
    if (!stillPressed(drafts.read(hallId), now())) return
    page.change({ pressedAt: null })
    press()
  }
  useEffect(() => { if (due) carryOut.current() }, [due])

  const go = (way: TakeWay): void => {
    taking.dismiss()
    switch (way) {
      case 'tryAgain': case 'alsoTake': press(); break
      case 'checkAgain': taking.check(); break
      case 'rescan': void openScanner(); break
      case 'otherLine': page.change({ itemId: null, lineId: null, priority: null, ticked: [] }); break
      case 'ordinary': {
        page.change({ priority: null })
        if (wish) press({ hallId, lineId: wish.lineId, ...(wish.itemId && { itemId: wish.itemId }) })
        break
      }
      case 'myTicket': {
        if (phase.step === 'earlier') replacePage('ticket', { id: phase.ticket.ticketId })
        else void openMine(hallId, line?.lineId)
        break
      }
      case 'hall': openPage('hall', { hall: hallId }); break
      case 'otherHalls': openTab('halls'); break
      case 'signIn': press()
    }
  }

  if (!page.hall.data) return <Page title={t('title')} onBack={goBack}><NoHall page={page} /></Page>
  const lineFirst = proof !== null && !item
  return (
    <Page
      title={t('title')} onBack={goBack} banner={online ? undefined : <OfflineBar />}
      foot={(
        <TakeFoot
          page={page} phase={phase} scanned={proof !== null} trouble={scanTrouble} onTake={() => press(wish, allow?.())} onScan={() => { void openScanner() }}
          onMine={() => { if (held) replacePage('ticket', { id: held.ticketId }) }}
        />
      )}
    >
      <Text className='yc-take-hall'>{local(page.hall.data.name)}</Text>
      <View className={classes('yc-take-scan', proof !== null && 'is-done', over && 'is-over')}>
        <Icon name={proof ? 'check' : over ? 'clock' : 'scan'} />
        <Text>{proof ? t('scanned', { time: clockTime(proof.expiresAt) }) : t(over ? 'scanOver' : 'notScanned')}</Text>
      </View>
      <ShutPart page={page} />
      {held && (
        <View className='yc-take-gap'>
          <Notice title={t('alreadyHave', { number: held.number })}>{local(held.lineName)}</Notice>
        </View>
      )}
      <View className='yc-take-parts'>
        {lineFirst && <LinePart page={page} />}
        {item ? <ChosenItem item={item} page={page} /> : <ItemSearch page={page} />}
        {!lineFirst && <LinePart page={page} />}
        <PriorityPart page={page} />
      </View>
      <RefusalSheet phase={phase} onWay={go} onClose={taking.dismiss} />
    </Page>
  )
}
