import { useCallback, useEffect, useState } from 'react'
import { useLanguage } from '../language/language.tsx'

interface ReadAloud {
  /** Whether this device has a voice at all; the button is left out where it has none. */
  readonly available: boolean
  readonly speaking: boolean
  readonly read: (text: string) => void
  readonly stop: () => void
}

/** Reads a text with the device's own voice; nothing leaves the device unless its maker does that. Stops when the page is left. */
export function useReadAloud(): ReadAloud {
  const { language } = useLanguage()
  const [speaking, setSpeaking] = useState(false)
  const available = typeof speechSynthesis !== 'undefined'
  const stop = useCallback(() => {
    if (available) speechSynthesis.cancel()
    setSpeaking(false)
  }, [available])
  const read = useCallback(
    (text: string) => {
      if (!available) return
      speechSynthesis.cancel()
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.lang = language
      utterance.rate = 0.9
      utterance.addEventListener('end', () => setSpeaking(false))
      utterance.addEventListener('error', () => setSpeaking(false))
      speechSynthesis.speak(utterance)
      setSpeaking(true)
    },
    [available, language],
  )
  useEffect(() => stop, [stop])
  return { available, speaking, read, stop }
}
