import { SignInScreen } from '@/capabilities/identity/SignInScreen'
import { usePageParam } from '@/platform'

const SignIn = () => <SignInScreen next={usePageParam('next')} code={usePageParam('code')} state={usePageParam('state')} />

export default SignIn
