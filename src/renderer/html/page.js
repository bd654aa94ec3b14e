// Comforts only: the page is whole without it. A note beside the figure pointed at, and rows and figures that belong
// together lit together.
(() => {
  const root = document.documentElement, tip = document.getElementById("tip");
  const target = (link) => document.getElementById((link.getAttribute("href") || "").slice(1));
  root.classList.add("js");

  // The browser's own note would stand beside ours.
  for (const mark of document.querySelectorAll("mark[title], mark a[title]")) {
    mark.dataset.note = mark.title;
    mark.removeAttribute("title");
    mark.setAttribute("aria-describedby", "tip");
  }

  let noted = null;
  const hide = () => { noted = null; tip.hidden = true; };
  const show = (mark) => { noted = mark; tip.textContent = mark.dataset.note; tip.hidden = false; place(); };
  const place = () => {
    if (!noted) return;
    const at = noted.getClientRects()[0], gap = 8;
    const left = Math.min(Math.max(gap, at.left), root.clientWidth - tip.offsetWidth - gap);
    const above = at.top - tip.offsetHeight - gap;
    tip.style.left = left + "px";
    tip.style.top = (above > gap ? above : at.bottom + gap) + "px";
  };

  const light = (on, from) => {
    const row = from.closest("tbody tr");
    if (row) {
      for (const link of row.querySelectorAll("a")) target(link)?.classList.toggle("lit", on);
    } else {
      target(from)?.classList.toggle("lit", on);
    }
  };
  const over = (event) => {
    const mark = event.target.closest?.("[data-note]");
    if (mark) show(mark);
    const lit = event.target.closest?.("tbody tr[id], mark a");
    if (lit) light(true, lit);
  };
  const out = (event) => {
    if (event.target.closest?.("[data-note]")) hide();
    const lit = event.target.closest?.("tbody tr[id], mark a");
    if (lit) light(false, lit);
  };
  for (const kind of ["mouseover", "focusin"]) document.addEventListener(kind, over);
  for (const kind of ["mouseout", "focusout"]) document.addEventListener(kind, out);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("scroll", place, { capture: true, passive: true });

  // Where a link has led to. Focus follows, so that the keyboard goes on from there.
  const arrive = (to) => {
    document.querySelector(".at")?.classList.remove("at");
    const whole = to?.closest("mark, tr") ?? to;
    whole?.classList.add("at");
    (whole?.querySelector("a") ?? whole)?.focus({ preventScroll: true });
  };
  const arriveByAddress = () => arrive(document.getElementById(location.hash.slice(1)));
  addEventListener("hashchange", arriveByAddress);
  addEventListener("popstate", arriveByAddress);
  if (location.hash) arriveByAddress();

  let touched = null;
  // A jump moves only what has to move: the text in its own pane, the window where the row is out of sight.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]'), to = link && target(link);
    if (!to || event.metaKey || event.ctrlKey || event.shiftKey) return;
    // A finger cannot point without a click: its first shows the note, its second leads on.
    if (event.pointerType === "touch" && link.dataset.note && link !== touched) {
      touched = link;
      event.preventDefault();
      return;
    }
    touched = null;
    const pane = to.closest(".prose");
    const isBeside = pane && getComputedStyle(pane).overflowY === "auto";
    if (!isBeside && !to.matches("tr")) return;
    event.preventDefault();
    history.pushState(null, "", link.hash);
    if (isBeside) {
      const below = to.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTop += below - pane.clientHeight * 0.3;
    } else {
      to.scrollIntoView({ block: "nearest" });
    }
    arrive(to);
  });

  // On paper everything is unfolded.
  addEventListener("beforeprint", () => { for (const folded of document.querySelectorAll("details")) folded.open = true; });
})();
