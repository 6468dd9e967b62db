import { itemsOf } from '@/capabilities/appointments/itemsChosen'
import { SlotScreen } from '@/capabilities/appointments/SlotScreen'
import { useAllow } from '@/capabilities/messages/asking/useAllow'
import { ChoosePerson } from '@/capabilities/persons/ChoosePerson'
import { usePersons } from '@/capabilities/persons/usePersons'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import * as rush from '@/capabilities/rush/api'
import { usePageParam } from '@/platform'

const BookSlotPage = () => {
  const { data } = usePersons()
  const allow = useAllow()
  useCallWatch()
  const visit = { hallId: usePageParam('hall'), lineId: usePageParam('line'), itemIds: itemsOf(usePageParam('items')) }
  const people = {
    nameOf: (personId: string) => data?.persons.find((one) => one.personId === personId)?.name ?? null,
    choose: (personId: string, onChange: (personId: string) => void) => <ChoosePerson value={personId} onChange={onChange} />,
  }
  return <SlotScreen visit={visit} day={usePageParam('day')} moving={usePageParam('move')} people={people} rush={rush} allow={(day) => allow('wait', day)} />
}

export default BookSlotPage
