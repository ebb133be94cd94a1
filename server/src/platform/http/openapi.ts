import type { AnyOperation } from '@ronghe/contract/operation.ts'
import { Problem } from '@ronghe/contract/values.ts'
import * as z from 'zod/mini'
import type { App } from './implement.ts'

type Json = Readonly<Record<string, unknown>>

/** OpenAPI 3.1, read from the operations that are implemented; nothing is written by hand, so nothing can differ. */
export function describeApi(operations: readonly AnyOperation[]): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}')
    ;(paths[path] ??= {})[operation.method.toLowerCase()] = describe(operation)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ronghe 融合',
      version: '1',
      description: 'The working platform of a street’s community-integration programme.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem) },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'ronghe' } },
    },
  }
}

function describe(operation: AnyOperation): Json {
  const { id, summary, post, media, status, method } = operation
  const reply = media?.reply
    ? { [media.reply]: { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: schemaOf(operation.reply, 'output') } }
  return {
    operationId: id,
    summary,
    tags: [id.split('.')[0]],
    'x-post': post,
    ...(post === 'anyone' || post === 'nobody' ? {} : { security: [{ session: [] }] }),
    parameters: [
      ...parametersOf(operation.params, 'path'),
      ...parametersOf(operation.query, 'query'),
      ...(method === 'POST'
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: false,
              schema: { type: 'string', minLength: 8, maxLength: 100 },
              description: 'The same key gets the same reply.',
            },
          ]
        : []),
    ],
    ...(method === 'GET' || method === 'DELETE'
      ? {}
      : {
          requestBody: {
            required: true,
            content: media?.request
              ? { [media.request]: { schema: { type: 'object' } } }
              : { 'application/json': { schema: schemaOf(operation.body) } },
          },
        }),
    responses: {
      [status]: { description: summary, ...(status === 204 ? {} : { content: reply }) },
      default: { description: 'A refusal', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  }
}

function parametersOf(schema: z.ZodMiniType, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema) as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: shape,
  }))
}

function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output' = 'input'): Json {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline', cycles: 'ref' })
  return shape
}

/** `/api/openapi.json` and a readable page of the same at `/api/docs`. */
export function serveDescription({ fastify, operations }: App): void {
  let description: Json | undefined
  const get = () => (description ??= describeApi(operations))
  fastify.get('/api/openapi.json', async (_, response) => response.type('application/json; charset=utf-8').send(JSON.stringify(get())))
  fastify.get('/api/docs', async (_, response) => response.type('text/html; charset=utf-8').send(readable(operations)))
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

function readable(operations: readonly AnyOperation[]): string {
  const rooms = Map.groupBy(operations, ({ id }) => id.split('.')[0]!)
  const section = ([room, list]: [string, AnyOperation[]]) =>
    `<h2 id="${escape(room)}">${escape(room)}</h2>${list
      .map(
        (operation) =>
          `<details><summary><b>${operation.method}</b> <code>${escape(operation.path)}</code> ${escape(operation.summary)}</summary><p>Who may ask: <code>${operation.post}</code> · <code>${operation.id}</code></p>${[
            ['Query', operation.query],
            ['Body', operation.body],
            ['Reply', operation.reply],
          ]
            .map(
              ([name, schema]) =>
                [name, JSON.stringify(schemaOf(schema as z.ZodMiniType, name === 'Reply' ? 'output' : 'input'), null, 2)] as const,
            )
            .filter(([, shape]) => shape.includes('"properties"') && !/"properties": \{\}/.test(shape))
            .map(([name, shape]) => `<h3>${name}</h3><pre>${escape(shape)}</pre>`)
            .join('')}</details>`,
      )
      .join('')}`
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Ronghe API</title>
<h1>Ronghe API</h1><p>Machine-readable: <a href="/api/openapi.json">/api/openapi.json</a>. Errors are RFC 9457 problem details; every POST takes an <code>Idempotency-Key</code>; lists page with <code>after</code>.</p>
<nav>${[...rooms.keys()].map((room) => `<a href="#${escape(room)}">${escape(room)}</a> `).join('')}</nav>${[...rooms].map(section).join('')}</html>`
}
