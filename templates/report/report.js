"use strict";
// Draws the charts of the page from the JSON in it, and sorts its tables.
const data = JSON.parse(document.getElementById("data").textContent);
const count = (n) => n.toLocaleString("en-US", { maximumFractionDigits: n < 10 ? 2 : n < 100 ? 1 : 0 });
const percent = (share) => (100 * share).toLocaleString("en-US", { maximumFractionDigits: 1 }) + " %";
const charts = {};
let order = "flow";

function colours() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(
    ["ink", "faint", "line", "card", "packed", "dsp", "lut", "none", "hot", "predicted", "synthesized", "track"]
      .map((name) => [name, style.getPropertyValue("--" + name).trim()]));
}

// A row for each unit, the first one on top.
function sorted(key) {
  const units = data.units.slice();
  return order === "flow" ? units : units.sort((a, b) => key(b) - key(a));
}

function frame(c, tip) {
  return {
    animation: false, backgroundColor: "transparent",
    textStyle: { color: c.ink, fontFamily: getComputedStyle(document.body).fontFamily },
    tooltip: { confine: true, backgroundColor: c.card, borderColor: c.line, textStyle: { color: c.ink, fontSize: 12 }, ...tip },
  };
}

function valueAxis(c, more) {
  return {
    type: "value", axisLabel: { color: c.faint, formatter: count, hideOverlap: true, showMaxLabel: false }, splitLine: { lineStyle: { color: c.line } },
    nameTextStyle: { color: c.faint }, ...more,
  };
}

function unitAxis(c, units, more) {
  return {
    type: "category", inverse: true, data: units.map((u) => u.name), axisTick: { show: false },
    axisLine: { lineStyle: { color: c.line } },
    axisLabel: {
      width: 150, overflow: "truncate", interval: 0,
      color: (name) => units.some((u) => u.bottleneck && u.name === name) ? c.hot : c.ink,
    }, ...more,
  };
}

// Pixels that the names of the units need.
function margin(units) {
  return Math.min(170, 24 + 7 * Math.max(...units.map((u) => u.name.length)));
}

// Names come from the model: never as markup.
function escaped(text) {
  return text.replace(/[&<>"]/g, (mark) => "&#" + mark.charCodeAt(0) + ";");
}

function unitTip(unit, lines) {
  const head = `<b>${escaped(unit.name)}</b> ${escaped(unit.kind)}<br>${unit.folding}, ${unit.multiplier}`;
  return [head + (unit.bottleneck ? ", bottleneck" : ""), ...lines].join("<br>");
}

function cycles(c) {
  const units = sorted((u) => u.cycles);
  return {
    height: 78 + 24 * units.length,
    option: {
      ...frame(c, {
        formatter: (p) => unitTip(units[p.dataIndex], [
          `${count(units[p.dataIndex].cycles)} cycles, busy ${percent(units[p.dataIndex].cycles / data.interval)}`,
          `${count(units[p.dataIndex].macs)} MACs on ${count(units[p.dataIndex].multipliers)} multipliers`]),
      }),
      grid: { left: margin(units), right: 120, top: 34, bottom: 30 },
      xAxis: valueAxis(c, { max: (range) => Math.max(range.max, data.interval) * 1.02 }),
      yAxis: unitAxis(c, units),
      series: [{
        type: "bar", barWidth: 14, data: units.map((u) => ({ value: u.cycles, itemStyle: { color: c[u.style] } })),
        label: {
          show: true, position: "right", color: c.faint, fontSize: 11,
          formatter: (p) => `${count(p.value)} (${percent(p.value / data.interval)})`,
        },
        markLine: {
          silent: true, symbol: "none", lineStyle: { color: c.hot }, data: [{ xAxis: data.interval }],
          label: { formatter: `interval ${count(data.interval)}`, color: c.hot, position: "start", distance: 7 },
        },
      }],
    },
  };
}

// The two bars that stand beside each other everywhere.
function pair(c, names, predicted, synthesized, more) {
  const bar = (name, colour, values) => ({ name, type: "bar", barMaxWidth: 11, itemStyle: { color: colour }, data: values, ...more });
  const bars = [bar("predicted", c.predicted, predicted)];
  return data.synthesized ? bars.concat(bar("synthesized", c.synthesized, synthesized)) : bars;
}

function chip(c) {
  const share = (key) => data.chip.map((r) => r[key] / r.available);
  const top = Math.max(1, ...data.chip.map((r) => Math.max(r.predicted, r.synthesized || 0) / r.available));
  return {
    height: 190,
    option: {
      ...frame(c, {
        formatter: (p) => {
          const r = data.chip[p.dataIndex];
          return `<b>${r.name}</b><br>${p.seriesName} ${count(r[p.seriesName])} of ${count(r.available)}: ${percent(p.value)}`;
        },
      }),
      legend: { top: 0, itemGap: 20, textStyle: { color: c.ink } },
      grid: { left: 90, right: 70, top: 30, bottom: 26 },
      xAxis: valueAxis(c, { max: top, axisLabel: { color: c.faint, formatter: percent, showMaxLabel: true } }),
      yAxis: { type: "category", inverse: true, data: data.chip.map((r) => r.name), axisTick: { show: false }, axisLabel: { color: c.ink } },
      series: pair(c, [], share("predicted"), share("synthesized"), {
        label: { show: true, position: "right", color: c.faint, fontSize: 11, formatter: (p) => percent(p.value) },
        showBackground: true, backgroundStyle: { color: c.track },
      }),
    },
  };
}

function resources(c) {
  const units = sorted((u) => u.predicted[0] * 100 + u.predicted[1] + u.predicted[2] * 100);
  // Of a resource that no engine takes there is nothing to show.
  const panels = data.chip.map((r, i) => ({ name: r.name, predicted: (u) => u.predicted[i], synthesized: (u) => u.synthesized ? u.synthesized[i] : 0 }))
    .filter((p) => units.some((u) => p.predicted(u) || p.synthesized(u)));
  // The panels share the width beside the names of the units.
  const wide = document.getElementById("chart-resources").clientWidth - margin(units);
  const lefts = panels.map((_, i) => margin(units) + (i * wide) / panels.length);
  const width = wide / panels.length - 52;
  return {
    height: 80 + (data.synthesized ? 30 : 22) * units.length,
    option: {
      ...frame(c, {
        formatter: (p) => unitTip(units[p.dataIndex], panels.map((panel) => `${panel.name}: predicted ${count(panel.predicted(units[p.dataIndex]))}`
          + (units[p.dataIndex].synthesized ? `, synthesized ${count(panel.synthesized(units[p.dataIndex]))}` : ""))),
      }),
      legend: { top: 0, itemGap: 20, textStyle: { color: c.ink }, data: data.synthesized ? ["predicted", "synthesized"] : ["predicted"] },
      grid: panels.map((_, i) => ({ left: lefts[i], width, top: 52, bottom: 26 })),
      xAxis: panels.map((_, i) => valueAxis(c, { gridIndex: i, splitNumber: 4, minInterval: 1 })),
      yAxis: panels.map((_, i) => unitAxis(c, units, { gridIndex: i, ...(i ? { axisLabel: { show: false } } : {}) })),
      title: panels.map((panel, i) => ({ text: panel.name, left: lefts[i], top: 26, textStyle: { color: c.ink, fontSize: 13 } })),
      series: panels.flatMap((panel, i) => pair(c, panels, units.map(panel.predicted), units.map(panel.synthesized),
        { xAxisIndex: i, yAxisIndex: i, label: { show: true, position: "right", color: c.faint, fontSize: 10, formatter: (p) => p.value ? count(p.value) : "" } })),
    },
  };
}

// Keeps a text legible where lines cross it.
function halo(c) {
  return { textBorderColor: c.card, textBorderWidth: 3 };
}

function roofline(c) {
  const roof = data.roofline;
  const units = data.units.filter((u) => u.macs > 0);
  const xs = units.map((u) => u.intensity).concat(roof.intensity);
  const ys = units.map((u) => u.rate).concat(roof.rate);
  const left = 10 ** Math.floor(Math.log10(Math.min(...xs)));
  const right = 10 ** Math.ceil(Math.log10(Math.max(...xs) * 1.01));
  const bottom = 10 ** Math.floor(Math.log10(Math.min(...ys)));
  const top = 10 ** Math.ceil(Math.log10(Math.max(roof.two_per_dsp, roof.multipliers) * 1.2));
  const giga = (rate) => count(rate * data.clock_mhz / 1000) + " GMAC/s";
  const line = (name, colour, dash, points, down = -9) => ({
    name, type: "line", symbol: "none", silent: true, lineStyle: { color: colour, type: dash, width: 1.5 }, data: points,
    endLabel: { show: true, formatter: name, color: colour, fontSize: 11, align: "left", offset: [0, down], ...halo(c) },
  });
  // Dots at the same place share a label.
  const names = (unit) => {
    const all = units.filter((u) => u.intensity === unit.intensity && u.rate === unit.rate);
    return all[0] === unit ? all.map((u) => u.name).join(", ") : "";
  };
  // Of labels that would overlap, the lower ones move down, and a line leads to their dots.
  const apart = { moveOverlap: "shiftY" };
  // The ports' line, from the edge of the chart to where it meets the chip's limit.
  const starts = Math.max(left, bottom / roof.port_bytes);
  const meets = Math.min(right, roof.two_per_dsp / roof.port_bytes);
  const axis = { type: "log", nameLocation: "middle", axisLabel: { color: c.faint, formatter: count }, splitLine: { lineStyle: { color: c.line } }, nameTextStyle: { color: c.faint } };
  return {
    height: 520,
    option: {
      ...frame(c, {
        formatter: (p) => p.seriesName === "design"
          ? `<b>whole design</b><br>${count(roof.rate)} MACs a cycle, ${giga(roof.rate)}<br>${percent(roof.rate / roof.two_per_dsp)} of the chip's limit`
          : unitTip(units[p.dataIndex], [
            `${count(units[p.dataIndex].rate)} MACs a cycle of ${count(units[p.dataIndex].multipliers)}, ${giga(units[p.dataIndex].rate)}`,
            `${count(units[p.dataIndex].intensity)} MACs a byte`]),
      }),
      grid: { left: 70, right: 30, top: 24, bottom: 50 },
      xAxis: { ...axis, name: "MACs a byte of activations", nameGap: 30, min: left, max: right },
      yAxis: { ...axis, name: "MACs a cycle", nameGap: 48, min: bottom, max: top },
      series: [
        line(`two products in each DSP slice: ${count(roof.two_per_dsp)} MACs a cycle, ${giga(roof.two_per_dsp)}`, c.hot, "solid", [[right, roof.two_per_dsp], [left, roof.two_per_dsp]]),
        line(`one in each: ${count(roof.one_per_dsp)}`, c.hot, "dashed", [[right, roof.one_per_dsp], [left, roof.one_per_dsp]]),
        line(`ports of the design: ${roof.port_bytes} bytes a cycle`, c.faint, "dashed", [[meets, meets * roof.port_bytes], [starts, starts * roof.port_bytes]], 12),
        ...units.map((u) => ({
          type: "line", silent: true, symbol: ["none", "rect"], showSymbol: true, symbolSize: (_, p) => p.dataIndex ? [12, 2] : 0,
          lineStyle: { color: c[u.style], width: 1 }, itemStyle: { color: c[u.style] }, data: [[u.intensity, u.rate], [u.intensity, u.multipliers]],
        })),
        {
          name: "units", type: "scatter", symbolSize: 10, labelLayout: apart, labelLine: { show: true, lineStyle: { color: c.faint } },
          data: units.map((u) => ({ value: [u.intensity, u.rate], itemStyle: { color: c[u.style] } })),
          label: { show: true, position: "right", distance: 8, color: c.ink, fontSize: 11, formatter: (p) => names(units[p.dataIndex]), ...halo(c) },
        },
        {
          name: "design", type: "scatter", symbol: "diamond", symbolSize: 16, itemStyle: { color: c.synthesized },
          data: [[roof.intensity, roof.rate]], label: { show: true, position: "right", distance: 8, color: c.synthesized, fontWeight: "bold", formatter: "whole design", ...halo(c) },
        },
      ],
    },
  };
}

function draw() {
  const c = colours();
  for (const [name, make] of Object.entries({ cycles, chip, resources, roofline })) {
    const { height, option } = make(c);
    const element = document.getElementById("chart-" + name);
    element.style.height = height + "px";
    charts[name] = charts[name] || echarts.init(element, null, { renderer: "svg" });
    charts[name].resize();
    charts[name].setOption(option, true);
  }
}

function sortTable(table, column, heading) {
  const descending = heading.getAttribute("aria-sort") !== "descending";
  table.querySelectorAll("th").forEach((th) => th.removeAttribute("aria-sort"));
  heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
  const text = (row) => row.cells[column].textContent.trim();
  const number = (row) => parseFloat(text(row).replace(/,/g, ""));
  const compare = (a, b) => isNaN(number(a)) || isNaN(number(b)) ? text(b).localeCompare(text(a), "en") : number(b) - number(a);
  const rows = [...table.tBodies[0].rows].sort((a, b) => descending ? compare(a, b) : compare(b, a));
  table.tBodies[0].append(...rows);
}

// The place of a heading's cells: headings of two rows come first, those below a group take the group's place.
function columns(table) {
  const [first, second] = table.tHead.rows;
  const below = second ? [...second.cells] : [];
  return [...first.cells].flatMap((th) => th.colSpan > 1 ? below.splice(0, th.colSpan) : [th]);
}

document.documentElement.classList.add("scripted");
document.querySelectorAll(".sortable").forEach((table) => columns(table).forEach((th, column) => {
  th.dataset.column = column;
  th.addEventListener("click", () => sortTable(table, column, th));
}));
document.querySelectorAll(".order").forEach((select) => select.addEventListener("change", () => {
  order = select.value;
  document.querySelectorAll(".order").forEach((other) => { other.value = order; });
  draw();
}));
document.querySelectorAll(".box.engine").forEach((box) => box.addEventListener("click", () => {
  location.hash = "unit-" + box.dataset.unit;
}));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
addEventListener("resize", () => Object.values(charts).forEach((chart) => chart.resize()));
draw();
