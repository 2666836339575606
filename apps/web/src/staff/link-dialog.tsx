import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import { Dialog } from '../ui/dialog.tsx'

const words = texts.staff

/** A link to hand on, which is shown this once. Null: nothing is shown. */
export function LinkDialog({
  title,
  link,
  onClose,
}: {
  title: string
  link: string | null
  onClose: () => void
}) {
  return (
    <Dialog
      open={link !== null}
      onClose={onClose}
      title={title}
      description={words.linkHint}
      actions={
        <Button variant="primary" onClick={onClose}>
          {words.done}
        </Button>
      }
    >
      <CopyField label={words.link} text={link ?? ''} />
    </Dialog>
  )
}
