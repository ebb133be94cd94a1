import { readPublicSettings, settingDefaults, type Settings } from '@ronghe/contract/programme/settings.ts'
import type { NumberGroup } from '@ronghe/contract/programme/numbers.ts'
import { useQuery } from '@tanstack/react-query'
import { reading } from './queries.ts'

/** The numbers of the street, which anybody may know; its defaults until they have come, or without a line. For lazy screens only. */
export function useNumbers(): Pick<Settings, NumberGroup> {
  const { data } = useQuery({ ...reading(readPublicSettings), staleTime: 3_600_000 })
  return data ?? settingDefaults
}
