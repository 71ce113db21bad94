import type { Backend } from './backend.ts'
import { resolveBlikEnd } from './blik-plan.ts'
import { isExpired, isOpen, type TransactionEntry } from './ledger.ts'
import { addStatusCode, settle } from './settle.ts'

/** Lets a payment with a BLIK code end as it is planned now. With no time to wait it has ended on return. */
export function awaitPayer(backend: Backend, transaction: TransactionEntry): void {
  const planned = resolveBlikEnd(backend.blikPlan)
  if (!planned) return
  const { status, statusCode, afterMs, statusCodeAfterMs } = planned

  backend.agenda.add(backend.now() + afterMs, async (at) => {
    // A jump of the clock may have passed validTo as well: what came first counts.
    if (!isOpen(transaction) || isExpired(transaction.order, at)) return
    if (statusCode === null || statusCodeAfterMs === 0) {
      await settle(backend, transaction, { status, statusCode, at })
      return
    }
    const tellWhy = (later: number) => addStatusCode(backend, transaction, statusCode, later)
    backend.agenda.add(at + statusCodeAfterMs, tellWhy)
    await settle(backend, transaction, { status, at })
  })
  void backend.agenda.runDue()
}
