// Search, filters and unfolding. The report is complete without this: nothing is drawn by it.
(function () {
  "use strict";
  var byId = function (id) { return document.getElementById(id); };
  var tools = byId("alat"), search = byId("cari"), outcome = byId("pilih-hasil");
  var indicator = byId("pilih-indikator"), shown = byId("tampak");
  var sections = Array.prototype.slice.call(document.querySelectorAll(".indicator"));
  var criteria = Array.prototype.slice.call(document.querySelectorAll(".criterion"));
  var texts = null;
  var waiting = 0;

  function textOf(index) {
    if (!texts) texts = criteria.map(function (one) { return one.textContent.toLowerCase(); });
    return texts[index];
  }

  function filter() {
    var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    criteria.forEach(function (one, index) {
      var fits = (!outcome.value || one.dataset.outcome === outcome.value) &&
        (!indicator.value || one.parentNode.id === indicator.value) &&
        words.every(function (word) { return textOf(index).indexOf(word) >= 0; });
      one.hidden = !fits;
      count += fits ? 1 : 0;
    });
    sections.forEach(function (section) {
      section.hidden = !section.querySelector(".criterion:not([hidden])");
    });
    shown.textContent = shown.dataset.words
      .replace("{shown}", count).replace("{all}", criteria.length);
  }

  function unfold(open) {
    criteria.forEach(function (one) { if (!one.hidden) one.open = open; });
  }

  function openTarget() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && byId(id);
    if (!target || !target.classList.contains("criterion")) return;
    target.hidden = target.parentNode.hidden = false;
    target.open = true;
    target.scrollIntoView();
  }

  search.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  outcome.addEventListener("change", filter);
  indicator.addEventListener("change", filter);
  byId("buka").addEventListener("click", function () { unfold(true); });
  byId("tutup").addEventListener("click", function () { unfold(false); });
  window.addEventListener("hashchange", openTarget);

  // What is printed must be open; afterwards the reader finds the page as it was.
  var folded = [];
  window.addEventListener("beforeprint", function () {
    folded = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
    folded.forEach(function (one) { one.open = true; });
  });
  window.addEventListener("afterprint", function () {
    folded.forEach(function (one) { one.open = false; });
  });

  if (criteria.length) {
    tools.hidden = false;
    filter();
  }
  openTarget();
})();
