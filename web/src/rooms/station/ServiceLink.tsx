import { readService } from '@ronghe/contract/station/services.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '../../platform/language/language.tsx'
import { reading } from '../../platform/queries.ts'

/** The name of another service that helps here, leading to its guide; absent while the name is not known. */
export function ServiceLink({ service }: { readonly service: string }) {
  const text = useText()
  const { data } = useQuery(reading(readService, { params: { key: service } }))
  if (!data) return null
  return (
    <Link to="/services/$key" params={{ key: service } as never}>
      {text(data.definition.name)}
    </Link>
  )
}
