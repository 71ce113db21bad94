import { useState, type ReactElement } from 'react'

/** The same elements as the kit's list of banks, written by hand: native radios, and no more behind them than what is chosen. */
export function HandWritten({ count }: { readonly count: number }): ReactElement {
  const [chosen, setChosen] = useState<string>()
  return (
    <div className="till-root">
      <fieldset className="till-card till-list" data-layout="list">
        <legend className="till-sr-only">How would you like to pay?</legend>
        <div className="till-panel">
          <div className="till-search">
            <input type="search" className="till-search__field" aria-label="Find your bank" />
            <p role="status" className="till-sr-only" />
          </div>
          <div className="till-channels" role="radiogroup">
            {Array.from({ length: count }, (_, index) => {
              const id = `pbl/bank${index}`
              return (
                <div
                  key={id}
                  className="till-channel"
                  data-channel={id}
                  data-selected={id === chosen}
                  data-availability="available"
                  data-usable="true"
                >
                  <label className="till-row">
                    <input
                      type="radio"
                      className="till-radio"
                      value={id}
                      checked={id === chosen}
                      onChange={() => setChosen(id)}
                      aria-labelledby={`${id}-name`}
                    />
                    <span aria-hidden="true" className="till-mark" data-tint={index % 8}>
                      Ba
                    </span>
                    <span className="till-row__text">
                      <span id={`${id}-name`} className="till-row__name">
                        Bank {index}
                      </span>
                    </span>
                  </label>
                </div>
              )
            })}
            <div className="till-rest" aria-hidden="true">
              Unavailable right now
            </div>
          </div>
        </div>
        <div className="till-rest" aria-hidden="true">
          Unavailable right now
        </div>
      </fieldset>
    </div>
  )
}
