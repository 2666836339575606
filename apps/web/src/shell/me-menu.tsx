import { useNavigate } from '@tanstack/react-router'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'
import { signOut, useMe } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { MenuItem, MenuNote, MenuSeparator } from '../ui/menu.tsx'
import { showToast } from '../ui/toast.tsx'
import { setTheme, useTheme } from './theme.ts'

const words = texts.shell

/** What concerns the person who is signed in. */
export function MeMenu() {
  const { user, workspace } = useMe()
  const theme = useTheme()
  const navigate = useNavigate()
  const leave = async () => {
    await signOut()
    await navigate({ to: '/sign-in' })
    queryClient.clear()
    queryClient.setQueryData(keys.me, null)
    showToast(words.signedOut)
  }
  return (
    <>
      <MenuNote>
        {user.name} · {workspace.name}
      </MenuNote>
      <MenuSeparator />
      <MenuNote>{words.theme}</MenuNote>
      <MenuItem icon="device" checked={theme === 'system'} onClick={() => setTheme('system')}>
        {words.themeSystem}
      </MenuItem>
      <MenuItem icon="sun" checked={theme === 'light'} onClick={() => setTheme('light')}>
        {words.themeLight}
      </MenuItem>
      <MenuItem icon="moon" checked={theme === 'dark'} onClick={() => setTheme('dark')}>
        {words.themeDark}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon="book" onClick={() => window.open('/docs', '_blank', 'noopener')}>
        {words.apiDocs}
      </MenuItem>
      <MenuItem icon="logout" onClick={leave}>
        {words.signOut}
      </MenuItem>
    </>
  )
}
