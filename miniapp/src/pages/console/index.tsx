import { ConsoleApp } from '@/capabilities/console/ConsoleApp'
import { usePageParam } from '@/platform/navigate'
import './index.scss'

/** The window console; `?hall=` names the hall to begin with. */
const ConsolePage = () => <ConsoleApp linkedHall={usePageParam('hall')} />

export default ConsolePage
