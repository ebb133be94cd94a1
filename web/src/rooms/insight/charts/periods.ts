import { useLanguage } from '../../../platform/language/language.tsx'
import { useFormat } from '../../../platform/language/format.ts'

/** 2026-11, 2026-Q3 and 2026 as they are spoken. */
export function usePeriodLabel(): (period: string) => string {
  const format = useFormat()
  const { language } = useLanguage()
  return (period) => {
    if (period.length === 4) return language === 'zh-CN' ? `${period}年` : period
    return period.includes('Q') ? format.quarter(period) : format.month(period)
  }
}
