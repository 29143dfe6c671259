// Search, filters, order and unfolding. The report is complete without this: nothing is drawn by it.
(function () {
  "use strict";
  var byId = function (id) { return document.getElementById(id); };
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
  var tools = byId("alat"), search = byId("cari"), outcome = byId("pilih-hasil");
  var indicator = byId("pilih-indikator"), order = byId("urut"), shown = byId("tampak");
  var fields = { cari: search, hasil: outcome, indikator: indicator, urut: order };
  var sections = all(".indicator"), criteria = all(".indicator > details");
  var ranks = new Map(tools.dataset.ranks.split(",").map(function (rank, index) { return [criteria[index], rank]; }));
  var texts = null, waiting = 0;

  // Large reports keep what is folded as text until it is wanted: <noscript> is text where
  // scripts run, and elements where they do not.
  function fill(holder) {
    var kept = holder.querySelector("noscript");
    if (!kept) return;
    kept.insertAdjacentHTML("afterend", kept.textContent);
    kept.remove();
  }

  function fillAll() {
    criteria.forEach(fill);
    fill(byId("bukti"));
  }

  function textOf(index) {
    if (!texts) {
      criteria.forEach(fill);
      texts = criteria.map(function (one) { return withoutLaw(one).textContent.toLowerCase(); });
    }
    return texts[index];
  }

  // Who searches for "anggaran" wants criteria about it, not all whose law mentions it.
  function withoutLaw(one) {
    if (!one.querySelector("blockquote")) return one;
    var copy = one.cloneNode(true);
    copy.querySelectorAll("blockquote").forEach(function (words) { words.remove(); });
    return copy;
  }

  function filter() {
    var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    criteria.forEach(function (one, index) {
      var fits = (!outcome.value || one.querySelector("i").classList.contains(outcome.value)) &&
        (!indicator.value || one.parentNode.id === indicator.value) &&
        words.every(function (word) { return textOf(index).indexOf(word) >= 0; });
      one.hidden = !fits;
      count += fits ? 1 : 0;
    });
    sections.forEach(function (section) {
      section.hidden = !section.querySelector("details:not([hidden])");
    });
    shown.textContent = shown.dataset.words
      .replace("{shown}", count).replace("{all}", criteria.length);
  }

  // Criteria stay with their indicator; the indicator with the worst of them comes first.
  function sort() {
    var byCost = order.value === "poin";
    var rank = function (one) { return Number(ranks.get(one) || Infinity); };
    var worst = function (section) {
      return Math.min.apply(null, [Infinity].concat(criteria.filter(function (one) {
        return one.parentNode === section;
      }).map(rank)));
    };
    put(criteria, byCost && rank);
    put(sections, byCost && worst);
  }

  function put(list, key) {
    var keys = new Map(list.map(function (one, index) { return [one, key ? key(one) : index]; }));
    list.slice().sort(function (a, b) {
      return keys.get(a) === keys.get(b) ? list.indexOf(a) - list.indexOf(b) : keys.get(a) - keys.get(b);
    }).forEach(function (one) { one.parentNode.appendChild(one); });
  }

  function unfold(open) {
    criteria.forEach(function (one) {
      if (open && !one.hidden) fill(one);
      if (!one.hidden) one.open = open;
    });
  }

  // What is chosen stands in the address, so that it can be passed on: #hasil=not-met&urut=poin
  function remember() {
    var state = new URLSearchParams();
    Object.keys(fields).forEach(function (name) {
      if (fields[name].value) state.set(name, fields[name].value);
    });
    history.replaceState(null, "", "#" + (state.toString() || "rincian"));
  }

  function recall() {
    var state = new URLSearchParams(location.hash.slice(1));
    var told = Object.keys(fields).filter(function (name) { return state.has(name); });
    told.forEach(function (name) {
      fields[name].value = state.get(name);
      if (fields[name].selectedIndex === -1) fields[name].value = "";
    });
    if (state.has("urut")) sort();
    if (told.length) byId("rincian").scrollIntoView();
  }

  function openTarget() {
    var id = "";
    try { id = decodeURIComponent(location.hash.slice(1)); } catch (error) { return; }
    var target = id && byId(id), folded = target && target.closest("details");
    if (!folded) return;
    folded.hidden = folded.parentNode.hidden = false;
    fill(folded);
    folded.open = true;
    target.scrollIntoView();
  }

  function save(event) {
    var packed = Uint8Array.from(atob(byId("hasil-json").content.textContent), function (sign) {
      return sign.charCodeAt(0);
    });
    var plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    new Response(plain).blob().then(function (json) {
      var link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([json], { type: "application/json" }));
      link.download = event.target.dataset.name;
      link.click();
    });
  }

  search.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(function () { filter(); remember(); }, 120);
  });
  [outcome, indicator].forEach(function (field) {
    field.addEventListener("change", function () { filter(); remember(); });
  });
  order.addEventListener("change", function () { sort(); remember(); });
  byId("buka").addEventListener("click", function () { unfold(true); });
  byId("tutup").addEventListener("click", function () { unfold(false); });
  window.addEventListener("hashchange", openTarget);
  document.addEventListener("toggle", function (event) {
    if (ranks.has(event.target)) fill(event.target);
  }, true);
  window.addEventListener("keydown", function (event) { // the browser's own search must find all
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f") fillAll();
  });
  if (window.DecompressionStream && byId("hasil-json").innerHTML) {
    byId("simpan").hidden = false;
    byId("simpan").addEventListener("click", save);
  }
  if (window.IntersectionObserver) {
    new IntersectionObserver(function (seen) {
      if (seen.some(function (one) { return one.isIntersecting; })) fill(byId("bukti"));
    }).observe(byId("bukti"));
  } else {
    fill(byId("bukti"));
  }

  // What is printed must be open; afterwards the reader finds the page as it was.
  var folded = [];
  window.addEventListener("beforeprint", function () {
    fillAll();
    folded = all("details:not([open])");
    folded.forEach(function (one) { one.open = true; });
  });
  window.addEventListener("afterprint", function () {
    folded.forEach(function (one) { one.open = false; });
  });

  if (criteria.length) {
    tools.hidden = false;
    recall();
    filter();
  }
  openTarget();
})();
