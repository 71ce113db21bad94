/** The hosted page's whole look. It stands in the page itself: the mock serves nothing else but marks. */
export const pageStyle = `
:root{color-scheme:light dark;--ink:light-dark(#1c2330,#eef1f6);--quiet:light-dark(#5b6474,#a8b1c1);--paper:light-dark(#fff,#1b2029);
--ground:light-dark(#eef1f6,#0f1218);--line:light-dark(#dfe4ec,#2f3744);--go:light-dark(#0b6b52,#3fcf9f);--on-go:light-dark(#fff,#06231a)}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;align-content:start;justify-items:center;gap:1rem;padding:clamp(1rem,6vh,4rem) 1rem;
background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{width:min(100%,27rem);background:var(--paper);border:1px solid var(--line);border-radius:1.25rem;padding:1.5rem;
box-shadow:0 1rem 3rem -1.5rem rgb(0 0 0/.25)}
h1{font-size:1.05rem;margin:0 0 1rem}
p{margin:0 0 1rem}
.test{margin:0;font-size:.875rem;color:var(--quiet);text-align:center}
dl{display:grid;grid-template-columns:auto 1fr;gap:.35rem 1rem;margin:0 0 1.25rem;padding-bottom:1.25rem;border-bottom:1px solid var(--line)}
dt{color:var(--quiet)}
dd{margin:0;text-align:end;overflow-wrap:anywhere}
dd.amount{font-size:1.5rem;font-weight:650;font-variant-numeric:tabular-nums;line-height:1.2}
.channel{display:flex;align-items:center;gap:.85rem;margin:0 0 1.25rem;font-weight:600}
.channel img,li img{width:2.5rem;height:2.5rem;flex:none}
form{display:grid;gap:.6rem}
button{min-height:3rem;font:inherit;font-weight:600;border-radius:.8rem;border:1px solid var(--line);background:transparent;color:inherit;cursor:pointer}
button.go{background:var(--go);border-color:var(--go);color:var(--on-go)}
:focus-visible{outline:3px solid var(--go);outline-offset:2px}
ul{list-style:none;margin:0 0 1rem;padding:0;display:grid;gap:.4rem}
li>*{display:flex;align-items:center;gap:.85rem;min-height:3.25rem;padding:.35rem .6rem;border:1px solid var(--line);border-radius:.8rem;color:inherit;text-decoration:none}
li a:hover{border-color:var(--go)}
li .off{color:var(--quiet);border-style:dashed}
li .off img{filter:grayscale(1);opacity:.6}
li small{display:block}
.back{display:inline-block;margin-top:1rem;color:var(--quiet)}
`
