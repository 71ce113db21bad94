// Sends requests over a few connections, one after another on each, for a time or up to a number, and prints how many were
// answered. It runs beside the server, in a process of its own, and reads no more of an answer than where it ends.
import { connect } from 'node:net'

export interface Load {
  readonly port: number
  readonly paths: readonly string[]
  readonly forMs?: number
  readonly requests?: number
}

const { port, paths, forMs = Infinity, requests = Infinity } = JSON.parse(process.argv[2] ?? '') as Load
const connections = 16
const endsAt = performance.now() + forMs
let sent = 0
let answered = 0

await Promise.all(Array.from({ length: connections }, () => talk()))
process.stdout.write(String(answered))

function talk(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const next = (): void => {
      if (sent >= requests || performance.now() >= endsAt) {
        socket.destroy()
        resolve()
        return
      }
      const path = paths[sent++ % paths.length]
      socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`)
    }
    let left = -1
    socket.on('connect', next)
    socket.on('error', reject)
    socket.on('data', (data) => {
      if (left === -1) left = lengthOf(data)
      else left -= data.length
      // A body of unknown length comes in pieces, and the last one is empty.
      const isLast = left === Infinity ? data.subarray(-5).toString('latin1') === '0\r\n\r\n' : left <= 0
      if (!isLast) return
      left = -1
      answered += 1
      next()
    })
  })
}

/** What is still to come after the first piece of an answer, in bytes. */
function lengthOf(data: Buffer): number {
  const headEnd = data.indexOf('\r\n\r\n')
  const length = /\r\ncontent-length: (\d+)\r\n/i.exec(data.toString('latin1', 0, headEnd + 2))?.[1]
  return length === undefined ? Infinity : headEnd + 4 + Number(length) - data.length
}
