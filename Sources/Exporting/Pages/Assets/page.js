"use strict";
(() => {
  const root = document.documentElement;
  const remember = (language) => { try { localStorage.setItem("lang", language); } catch { /* a page on disk may not */ } };
  try {
    const known = localStorage.getItem("lang");
    if (known === "zh" || known === "en") root.dataset.lang = root.lang = known;
  } catch { /* nothing remembered */ }
  document.querySelector(".language")?.addEventListener("click", () => {
    const other = root.dataset.lang === "zh" ? "en" : "zh";
    root.dataset.lang = other;
    root.lang = other;
    remember(other);
  });

  const key = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.value ?? cell.textContent.trim();
  };
  for (const table of document.querySelectorAll("table.sortable")) {
    const body = table.tBodies[0];
    table.querySelectorAll("thead th").forEach((head, column) => {
      head.querySelector("button")?.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        table.querySelectorAll("th").forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const numeric = head.classList.contains("number");
        const rows = [...body.rows].map((row) => [key(row, column), row]);
        rows.sort(([left], [right]) => {
          // Rows without a figure stay below, whichever way is up.
          if (left === "" || right === "") return (left === "") - (right === "");
          const order = numeric ? Number(left) - Number(right) : left.localeCompare(right, "zh");
          return down ? -order : order;
        });
        body.append(...rows.map(([, row]) => row));
      });
    });
  }
  for (const input of document.querySelectorAll(".filter input")) {
    const table = document.getElementById(input.dataset.table);
    const count = input.parentElement.querySelector("output");
    const apply = () => {
      const words = input.value.trim().toLowerCase().split(/\s+/);
      let shown = 0;
      for (const row of table.tBodies[0].rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) shown += 1;
      }
      count.textContent = `${shown} / ${table.tBodies[0].rows.length}`;
    };
    input.addEventListener("input", apply);
    apply();
  }
})();
