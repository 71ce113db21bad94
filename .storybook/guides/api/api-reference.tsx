import { Source } from '@storybook/addon-docs/blocks'
import type { ReactElement } from 'react'
import { api, type ApiEntry, type ApiMember } from 'virtual:tillkit-api'
import { Prose } from '../blocks/prose.tsx'
import '../blocks/section.css'
import './api-reference.css'

const headings: readonly (readonly [ApiEntry['kind'], string])[] = [
  ['component', 'Components'],
  ['hook', 'Hooks'],
  ['function', 'Functions'],
  ['value', 'Values'],
  ['error', 'Errors'],
  ['type', 'Types'],
]

export interface ApiReferenceProps {
  /** What a shop imports from. */
  readonly of: string
  /** Names to show. @defaultValue all of them, under a heading for each kind */
  readonly only?: readonly string[]
}

/** Everything that can be imported from an entry, as its sources declare and describe it. */
export function ApiReference({ of, only }: ApiReferenceProps): ReactElement {
  const entries = api[of] ?? []
  if (only)
    return (
      <section className="guide-api">
        {entries
          .filter(({ name }) => only.includes(name))
          .map((entry) => (
            <Entry key={entry.name} {...entry} />
          ))}
      </section>
    )
  return (
    <>
      {headings.map(([kind, heading]) => {
        const ofKind = entries.filter((entry) => entry.kind === kind)
        return (
          ofKind.length > 0 && (
            <section key={kind} className="guide-api">
              <h2 id={kind}>{heading}</h2>
              {ofKind.map((entry) => (
                <Entry key={entry.name} {...entry} />
              ))}
            </section>
          )
        )
      })}
    </>
  )
}

function Entry({ name, says, code, members, throws }: ApiEntry): ReactElement {
  return (
    <article>
      <h3 id={name}>
        <code>{name}</code>
      </h3>
      {says && (
        <p>
          <Prose>{says}</Prose>
        </p>
      )}
      <Source code={code} language="typescript" />
      {throws && (
        <p>
          Throws <Prose>{throws}</Prose>.
        </p>
      )}
      {members.length > 0 && (
        <dl>
          {members.map((member) => (
            <Member key={member.name} {...member} />
          ))}
        </dl>
      )}
    </article>
  )
}

const Member = ({ name, isOptional, type, says, usually }: ApiMember): ReactElement => (
  <div>
    <dt>
      <code>
        {name}
        {isOptional && '?'}: {type}
      </code>
    </dt>
    <dd>
      {says && <Prose>{says}</Prose>}
      {usually && (
        <>
          {' '}
          Unless given: <Prose>{usually}</Prose>.
        </>
      )}
    </dd>
  </div>
)
