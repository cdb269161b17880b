"use strict";
// Without this script the page is a document to read; with it findings can be filtered, and the filter is in the address.
(() => {
  const NAMES = ["tingkat", "aturan", "jabatan", "cari"];
  const FEW = 60;
  const format = new Intl.NumberFormat(document.documentElement.lang);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => format.format(values[name]));
  const lower = (element) => element.textContent.toLowerCase();
  const hide = (element, away) => { if (element.hidden !== away) element.hidden = away; };

  // One file: its findings as the filters see them. What a wording says is read when words are searched first.
  const readFile = (section) => {
    const form = section.querySelector(".filter");
    const chapters = [...section.querySelectorAll(".chapter")].map((element) => ({
      element,
      code: element.dataset.code,
      severity: element.dataset.severity,
      head: null,
      count: element.querySelector("summary > .n"),
      wordings: [...element.querySelectorAll(".w")].map((wording) => ({
        element: wording,
        said: null,
        at: wording.querySelector("details.at"),
        part: false,
        spots: [...wording.querySelectorAll("li[data-n]")].map((spot) => ({
          element: spot, post: spot.dataset.p, count: Number(spot.dataset.n), said: null,
        })),
      })),
    }));
    return { section, form, chapters };
  };

  const readForm = ({ form }) => {
    const data = new FormData(form);
    const post = form.elements.jabatan ? form.elements.jabatan.selectedOptions[0] : null;
    return {
      severities: new Set(data.getAll("tingkat")),
      code: data.get("aturan") || "",
      post: post && post.value ? post.dataset.p : null,
      words: (data.get("cari") || "").toLowerCase().split(/\s+/).filter(Boolean),
    };
  };

  const showChapter = (chapter, wanted) => {
    let shown = 0;
    let wordings = 0;
    const fits = wanted.severities.has(chapter.severity) && chapter.code.startsWith(wanted.code);
    if (fits && wanted.words.length && chapter.head === null) {
      const said = chapter.element.querySelectorAll(":scope > summary, .rule > .message, .rule > .proposal");
      chapter.head = [...said].map(lower).join(" ");
    }
    for (const wording of fits ? chapter.wordings : []) {
      let missing = wanted.words;
      if (missing.length) {
        wording.said ??= [...wording.element.children].filter((each) => !each.matches(".at")).map(lower).join(" ");
        missing = missing.filter((word) => !wording.said.includes(word) && !chapter.head.includes(word));
      }
      let here = 0;
      for (const spot of wording.spots) {
        let on = wanted.post === null || spot.post === wanted.post;
        if (on && missing.length) {
          spot.said ??= lower(spot.element);
          on = missing.every((word) => spot.said.includes(word));
        }
        hide(spot.element, !on);
        if (on) here += spot.count;
      }
      hide(wording.element, !here);
      const part = here > 0 && wording.spots.some((spot) => spot.element.hidden);
      if (wording.at && part !== wording.part) wording.at.open = part;
      wording.part = part;
      shown += here;
      if (here) wordings += 1;
    }
    hide(chapter.element, !shown);
    return { shown, wordings };
  };

  const apply = (file) => {
    const wanted = readForm(file);
    const output = file.form.querySelector("output");
    let tampil = 0, semua = 0, rumusan = 0;
    for (const chapter of file.chapters) {
      const all = Number(chapter.count.dataset.n);
      const { shown, wordings } = showChapter(chapter, wanted);
      semua += all;
      tampil += shown;
      rumusan += wordings;
      if (shown) {
        chapter.count.textContent =
          shown < all ? fill(output.dataset.part, { tampil: shown, semua: all }) : format.format(all);
      }
    }
    output.textContent = tampil ? fill(output.dataset.text, { tampil, semua, rumusan }) : output.dataset.none;
    if (tampil < semua && rumusan <= FEW) {
      for (const chapter of file.chapters) if (!chapter.element.hidden) chapter.element.open = true;
    }
    const filtered = file.section.querySelector(".filtered");
    filtered.hidden = tampil === semua;
    filtered.textContent = `${output.textContent} ${inWords(file)}`;
  };

  // The filters as a person reads them, for paper.
  const inWords = ({ form }) => {
    const parts = [...form.querySelectorAll("select, [type=search]")]
      .filter((field) => field.value)
      .map((field) => `${field.labels[0].firstChild.textContent.trim()}: ${
        field.selectedOptions ? field.selectedOptions[0].textContent : field.value}`);
    const on = [...form.querySelectorAll(".chip")].filter((chip) => chip.querySelector("input").checked);
    if (on.length < form.querySelectorAll(".chip").length) {
      parts.unshift(`${form.querySelector("legend").textContent}: ${
        on.map((chip) => chip.childNodes[1].textContent.trim()).join(", ")}`);
    }
    return parts.join("; ");
  };

  const toHash = (file) => {
    const data = new FormData(file.form);
    const boxes = file.form.querySelectorAll("[name=tingkat]").length;
    const filters = new URLSearchParams();
    if (files.length > 1) filters.set("berkas", files.indexOf(file) + 1);
    if (data.getAll("tingkat").length < boxes) filters.set("tingkat", data.getAll("tingkat").join(","));
    for (const name of NAMES.slice(1)) if (data.get(name)) filters.set(name, data.get(name));
    return filters.toString();
  };

  const fromFilters = (file, filters) => {
    const { form } = file;
    const severities = filters.has("tingkat") ? filters.get("tingkat").split(",") : null;
    for (const box of form.querySelectorAll("[name=tingkat]")) box.checked = !severities || severities.includes(box.value);
    for (const name of NAMES.slice(1)) {
      const field = form.elements[name];
      if (!field) continue;
      field.value = filters.get(name) || "";
      if (field.selectedIndex === -1) field.value = "";
    }
    apply(file);
  };

  const files = [...document.querySelectorAll(".file")].map(readFile);
  let current = null;

  const choose = (file) => {
    if (current === file) return;
    current = file;
    for (const each of files) hide(each.section, each !== file);
    for (const link of document.querySelectorAll("[data-file]")) {
      if (files[link.dataset.file - 1] === file) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    if (file.form && !file.ready) {
      file.ready = true;
      file.form.hidden = false;
      apply(file);
    }
  };

  const go = (element) => {
    element.focus({ preventScroll: true });
    element.scrollIntoView();
  };

  // The address: filters where it holds a "=", else the id of something to show.
  const obey = () => {
    const hash = location.hash.slice(1);
    if (hash.includes("=")) {
      const filters = new URLSearchParams(hash);
      choose(files[Number(filters.get("berkas") || 1) - 1] || files[0]);
      if (!current.form) return;
      fromFilters(current, filters);
      go(current.section.querySelector(".findings"));
      return;
    }
    const target = hash ? document.getElementById(hash) : null;
    const section = target && target.closest(".file");
    choose(files.find((file) => file.section === section) || current || files[0]);
    if (!section) return;
    if (target.hidden) fromFilters(current, new URLSearchParams());
    if (target.matches("details")) target.open = true;
    target.scrollIntoView();
  };

  const follow = (link) => {
    const filters = new URLSearchParams(link.dataset.filter);
    if (files.length > 1) filters.set("berkas", files.indexOf(current) + 1);
    const hash = `#${filters}`;
    if (location.hash === hash) obey();
    else location.hash = hash;
  };

  // The figures of a map are one stop of the tab key; arrows lead from one to the next.
  const walk = (table) => {
    const links = [...table.querySelectorAll("tbody a")];
    links.forEach((link, at) => { link.tabIndex = at ? -1 : 0; });
    const move = (link) => {
      for (const each of links) each.tabIndex = each === link ? 0 : -1;
      link.focus();
    };
    table.addEventListener("keydown", (event) => {
      const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
      const cell = event.target.closest("td");
      if (!step || !cell) return;
      event.preventDefault();
      let row = cell.parentElement.rowIndex, column = cell.cellIndex;
      for (;;) {
        row += step[0];
        column += step[1];
        const next = table.rows[row] && table.rows[row].cells[column];
        if (!next) return;
        const link = next.querySelector("a");
        if (link) return move(link);
      }
    });
  };

  let timer = 0;
  for (const file of files) {
    if (!file.form) continue;
    const changed = () => {
      apply(file);
      history.replaceState(null, "", `#${toHash(file)}`);
    };
    file.form.addEventListener("submit", (event) => event.preventDefault());
    file.form.addEventListener("change", changed);
    file.form.addEventListener("input", (event) => {
      if (event.target.name !== "cari") return;
      clearTimeout(timer);
      timer = setTimeout(changed, 120);
    });
    file.form.addEventListener("reset", () => setTimeout(changed));
    for (const button of file.form.querySelectorAll("[data-all]")) {
      button.addEventListener("click", () => {
        for (const chapter of file.chapters) chapter.element.open = button.dataset.all === "open";
      });
    }
    for (const table of file.section.querySelectorAll(".heat")) walk(table);
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-filter]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    follow(link);
  });

  // On paper everything that is shown stands open.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => { for (const each of opened) each.open = false; });

  addEventListener("hashchange", obey);
  obey();
})();
