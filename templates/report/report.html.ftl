<#ftl output_format="HTML">
<#import "macros.ftl" as m>
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}: Systole report</title>
<style>
${style?no_esc}</style>
</head>
<body>
<header>
  <div>
    <h1>${title}</h1>
    <p>${subtitle}</p>
  </div>
  <p class="verdict ${verdictStyle}">${verdict}</p>
</header>
<nav>
  <a href="#dataflow">Dataflow</a> <a href="#cycles">Cycles</a> <a href="#resources">Resources</a>
  <a href="#breakdown">Breakdown</a>
  <a href="#roofline">Roofline</a> <a href="#units">Units</a> <a href="#memories">Memories</a> <#list timing as paths><a href="#timing">Timing</a> </#list><a href="#proof">Proof</a>
</nav>
<main>
<section class="tiles" aria-label="Key figures">
<#list tiles as tile>
  <div class="tile"><h2>${tile.label}</h2><strong>${tile.value}</strong><p>${tile.note}</p></div>
</#list>
</section>
<#list notes as note>
<p class="note">${note}</p>
</#list>

<section id="dataflow">
  <h2>Dataflow</h2>
  <p>Every engine works at once. The bar shows the share of the interval that an engine is busy; lines are thicker the
  wider the stream, labelled lanes×type. Folding is output channels (PE) × inputs (SIMD).</p>
  <p class="legend"><span class="m-packed">packed DSP: two products</span> <span class="m-dsp">DSP</span>
  <span class="m-lut">LUT multipliers</span> <span class="m-none">no multipliers</span>
  <span class="bottleneck">bottleneck</span></p>
  <div class="scroll"><@m.graph graph/></div>
</section>

<section id="cycles">
  <h2>Cycles of a frame</h2>
  <p>The slowest engine sets the interval; those that end before it wait. <@m.order/></p>
  <div class="chart" id="chart-cycles" role="img" aria-label="Cycles of each engine; the figures are in the table of units"></div>
</section>

<section id="resources">
  <h2>Resources</h2>
  <div class="beside"><div class="chart" id="chart-chip" role="img" aria-label="Share of the chip that is used; the figures are in the table below"></div>
  <table>
    <thead><tr><th>Resource</th><th>Predicted</th><th>Synthesized</th><th>On the chip</th><th>Used</th></tr></thead>
    <tbody>
<#list chip as row>
    <tr><th scope="row">${row.name}</th><td>${row.predicted}</td><td>${row.synthesized}</td><td>${row.available}</td><td>${row.used}</td></tr>
</#list>
    </tbody>
  </table></div>
  <p>By engine. <@m.order/></p>
  <div class="chart" id="chart-resources" role="img" aria-label="Resources of each engine; the figures are in the table of units"></div>
</section>

<section id="breakdown">
  <h2>Where it goes</h2>
  <p>Cycles: the busy share of the interval. Resources, <#if synthesized>synthesized<#else>predicted</#if>: the share of
  what the whole design takes. A click on a heading sorts.</p>
  <div class="scroll"><@m.shares shared shares/></div>
</section>

<section id="roofline">
  <h2>Roofline</h2>
  <p>Multiply-accumulates (MACs) a cycle at the design's pace, over MACs for each byte of activations in and out; weights
  stay on the chip. A dot is an engine, the tick above it the multipliers it has: the gap is idle time. The diamond is the
  whole design. Multipliers in LUTs come on top of the DSP limits.</p>
  <div class="chart" id="chart-roofline" role="img" aria-label="Roofline; MACs and cycles are in the table of units"></div>
</section>

<section id="units">
  <h2>Units</h2>
  <p>In the order of the data; a click on a heading sorts. Memories are count × depth × width.</p>
  <div class="scroll"><@m.engines engines synthesized/></div>
  <details><summary>Between the engines: forks, FIFOs, width converters</summary>
  <div class="scroll"><@m.plumbing plumbing synthesized/></div></details>
</section>

<section id="memories">
  <h2>Memories</h2>
  <details open><summary>Weights, line rings, FIFOs, tables</summary>
  <div class="scroll"><@m.memories memories/></div></details>
</section>

<#list timing as paths>
<section id="timing">
  <h2>Timing</h2>
  <p>${paths.summary}<#if paths.rows?has_content> The longest path into each unit, in ns; a click on the cells shows them one by one.</#if></p>
  <div class="scroll"><@m.paths paths.rows/></div>
</section>

</#list>
<section id="proof">
  <h2>Proof</h2>
  <p>${predicted}</p>
  <div class="scroll"><@m.runs runs/></div>
</section>
</main>
<script type="application/json" id="data">
${data?no_esc}</script>
<script>${library?no_esc}</script>
<script>
${script?no_esc}</script>
</body>
</html>
