import { AddPersonScreen } from '@/capabilities/persons/AddPersonScreen'
import { PersonsScreen } from '@/capabilities/persons/PersonsScreen'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import { usePageParam } from '@/platform'

const PersonsPage = () => {
  useCallWatch()
  return usePageParam('add') === '' ? <PersonsScreen /> : <AddPersonScreen />
}

export default PersonsPage
