// What the tests ask a page, through every shadow root. Each function gives a list of what is wrong, in words.

(() => {
  function* every(root) {
    for (const element of root.querySelectorAll("*")) {
      yield element;
      if (element.shadowRoot) yield* every(element.shadowRoot);
    }
  }

  const roots = () => [document, ...[...every(document)].filter((each) => each.shadowRoot).map((each) => each.shadowRoot)];

  const parentOf = (element) => element.parentElement ?? element.getRootNode().host ?? null;

  function* above(element) {
    for (let at = parentOf(element); at; at = parentOf(at)) yield at;
  }

  function isSeen(element) {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1) return false;
    const style = getComputedStyle(element);
    return !style.clipPath.startsWith("inset(50%") && ![...above(element)].some((each) => each.inert);
  }

  function named(element) {
    const text = (element.getAttribute("aria-label") || element.textContent || "").trim().replace(/\s+/g, " ");
    const where = [element, ...above(element)].find((each) => each.dataset?.testid || /st-key-/.test(each.className));
    const place = where ? where.dataset.testid || /st-key-\S+/.exec(where.className)[0] : "";
    return `${place} ${element.localName}${element.className?.split ? "." + element.className.split(" ")[0] : ""} «${text.slice(0, 40)}»`;
  }

  const scrollsItself = (element) => [element, ...above(element)].some((each) => {
    if (each === document.documentElement || each === document.body) return false;
    if (/^(stMain|stAppViewContainer|stApp)$/.test(each.dataset?.testid ?? "")) return false;
    return /auto|scroll/.test(getComputedStyle(each).overflowX) && each.scrollWidth > each.clientWidth;
  });

  // Nothing is wider than the screen. What scrolls within a region of its own is counted too where it is told to be.
  function tooWide() {
    const across = document.documentElement.clientWidth;
    const scroller = document.querySelector('[data-testid="stMain"]');
    const wide = [document.scrollingElement, scroller].filter((each) => each && each.scrollWidth > each.clientWidth + 1);
    if (!wide.length) return [];
    const out = [...every(document.body)].filter((each) => {
      const { left, right } = each.getBoundingClientRect();
      return isSeen(each) && (right > across + 1 || left < -1) && !scrollsItself(each);
    });
    return out.length ? out.slice(0, 4).map(named) : ["the page scrolls sideways"];
  }

  const SPACED = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }`;

  // Text that does not fit its box when it is spaced out (WCAG 1.4.12).
  function cutWhenSpaced() {
    const style = new CSSStyleSheet();
    style.replaceSync(SPACED);
    const all = roots();
    for (const root of all) root.adoptedStyleSheets = [...root.adoptedStyleSheets, style];
    const cut = [...every(document.body)].filter((each) => {
      if (each.closest("svg, select, input, textarea") || !isSeen(each)) return false;
      const own = [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
      const look = getComputedStyle(each);
      // What is written for the ear alone has no colour.
      if (!own || look.display === "inline" || look.color === "rgba(0, 0, 0, 0)") return false;
      const hides = /hidden|clip/;
      return (hides.test(look.overflowX) && each.scrollWidth > each.clientWidth + 2)
        || (hides.test(look.overflowY) && each.scrollHeight > each.clientHeight + 2);
    }).map(named);
    const wide = tooWide();
    for (const root of all) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== style);
    return [...cut, ...wide];
  }

  const seconds = (text) => Math.max(...text.split(",").map((each) => parseFloat(each) * (/ms/.test(each) ? 0.001 : 1)));

  // What would move although less movement is asked for.
  function moving() {
    const found = [];
    for (const each of every(document.body)) {
      if (!each.checkVisibility?.()) continue;
      for (const part of [null, "::before", "::after"]) {
        const look = getComputedStyle(each, part);
        const moves = look.animationName !== "none" && seconds(look.animationDuration) > 0.02;
        if (moves || seconds(look.transitionDuration) > 0.02) found.push(named(each));
      }
    }
    return [...new Set(found)].slice(0, 8);
  }

  const isDrawn = (style, width) => style !== "none" && style !== "hidden" && parseFloat(width) >= 1;

  const CONTROLS = "button, select, textarea, input:not([type=hidden]), summary, [role=button]";

  // Where the reader's own few colours are used: each control has a line around it, or is underlined.
  function withoutBorder() {
    return [...every(document.body)].filter((each) => {
      if (!each.matches(CONTROLS) || !isSeen(each)) return false;
      // Streamlit draws these itself, beside an input that is put away.
      if (each.matches("input[type=radio], input[type=checkbox]") && each.closest("label")) return false;
      return ![each, ...above(each)].slice(0, 4).some((at) => {
        const look = getComputedStyle(at);
        return ["Top", "Bottom"].some((side) => isDrawn(look[`border${side}Style`], look[`border${side}Width`]))
          || isDrawn(look.outlineStyle, look.outlineWidth) || look.textDecorationLine.includes("underline");
      });
    }).map(named);
  }

  function chosenWithoutMark() {
    const chosen = '[aria-pressed="true"], [aria-selected="true"], [aria-checked="true"], [aria-current]:not([aria-current="false"])';
    return [...every(document.body)].filter((each) => {
      if (!each.matches(chosen) || !isSeen(each)) return false;
      const look = getComputedStyle(each);
      // Streamlit's own show it by a border of their own; ours by an outline.
      return !isDrawn(look.outlineStyle, look.outlineWidth) && each.getRootNode() instanceof ShadowRoot;
    }).map(named);
  }

  const deepFocus = () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
  };

  // Everything that the Tab key must reach: of a group of radio buttons one.
  function stops() {
    const found = [];
    const groups = new Set();
    const all = [...every(document.body)];
    const dialog = all.find((each) => each.matches("dialog:modal, [role=dialog][aria-modal=true]"));
    for (const each of dialog ? every(dialog) : all) {
      if (each.tabIndex < 0 || each.disabled || !each.matches(`a[href], ${CONTROLS}, [tabindex]`)) continue;
      const isHiddenInput = each.matches("input[type=radio], input[type=checkbox], input[type=file]");
      const box = isHiddenInput ? each.closest("label") ?? each : each;
      if (!isSeen(box) && !isSeen(each)) continue;
      if (each.matches("input[type=radio]")) {
        if (groups.has(each.name)) continue;
        groups.add(each.name);
      }
      const radios = each.matches("[role=radio]") ? each.closest("[role=radiogroup]") : null;
      if (radios) {
        if (groups.has(radios)) continue;
        groups.add(radios);
      }
      if (each.dataset?.testid === "stMain" || each.matches(".stApp, [data-testid=stAppViewContainer]")) continue;
      found.push(each);
    }
    return found;
  }

  let waiting = new Set();
  let unseen = [];
  let first = null;

  function beginTabbing() {
    const all = stops();
    waiting = new Set(all);
    unseen = [];
    first = null;
    document.activeElement?.blur?.();
    return all.length;
  }

  function hasRing(element) {
    for (const at of [element, ...above(element)].slice(0, 5)) {
      const look = getComputedStyle(at);
      if (isDrawn(look.outlineStyle, look.outlineWidth) && parseFloat(look.outlineWidth) >= 2) return true;
    }
    return isDrawn(getComputedStyle(element, "::after").outlineStyle, "2px");
  }

  // Called after each press of Tab. True when one has come round.
  function tabbed() {
    const at = deepFocus();
    if (!at || at === document.body) return false;
    if (at === first) return true;
    first ??= at;
    const group = at.matches("[role=radio]") ? at.closest("[role=radiogroup]") : null;
    for (const each of waiting) {
      if ((at.matches("input[type=radio]") && each.name === at.name) || group?.contains(each)) waiting.delete(each);
    }
    waiting.delete(at);
    if (!hasRing(at) && at.dataset?.testid !== "stMain") unseen.push(named(at));
    return false;
  }

  const notReached = () => [...waiting].filter((each) => each.isConnected).map(named);

  // All that a reader meets as words, each with where it stands.
  function words() {
    const found = [];
    const names = ["aria-label", "title", "placeholder", "alt", "aria-description", "aria-roledescription", "aria-valuetext"];
    for (const each of every(document)) {
      if (each.closest("script, style, noscript")) continue;
      const own = [...each.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent.trim()).filter(Boolean);
      const lang = [each, ...above(each)].find((at) => at.getAttribute?.("lang"))?.getAttribute("lang") ?? "";
      if (lang.startsWith("en")) continue;
      const isThere = each.checkVisibility?.() ?? true;
      if (isThere) for (const text of own) found.push([text, named(each)]);
      if (isThere) for (const name of names) if (each.getAttribute?.(name)) found.push([each.getAttribute(name), `${name} of ${named(each)}`]);
      const generated = isThere ? ["::before", "::after"].map((part) => getComputedStyle(each, part).content) : [];
      for (const text of generated) if (/^"[^"]*[a-zåäö]{2}/i.test(text)) found.push([text.slice(1, -1), `style of ${named(each)}`]);
    }
    return found;
  }

  // Text with one of those words that stands unblurred.
  function readable(secrets) {
    return [...every(document.body)].filter((each) => {
      const own = [...each.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent).join(" ");
      const value = each.matches("input, textarea") ? each.value : "";
      if (!secrets.some((secret) => `${own} ${value}`.includes(secret)) || !isSeen(each)) return false;
      return ![each, ...above(each)].some((at) => getComputedStyle(at).filter.includes("blur"));
    }).map(named);
  }

  async function axe_(excused) {
    const only = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const result = await axe.run(document, { resultTypes: ["violations"], elementRef: true, runOnly: only });
    const found = [];
    const met = [];
    for (const broken of result.violations) {
      for (const node of broken.nodes) {
        const place = excused.findIndex(([rule, selector]) => rule === broken.id && node.element?.closest?.(selector));
        if (place >= 0) met.push(place);
        else found.push(`${broken.id}: ${named(node.element)} – ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ""}`);
      }
    }
    return { found, met };
  }

  window.looking = {
    tooWide, cutWhenSpaced, moving, withoutBorder, chosenWithoutMark, beginTabbing, tabbed, notReached,
    hidden: () => unseen, words, readable, axe: axe_,
  };
})();
