<#ftl output_format="HTML">
<#-- Parts of the page. Every figure comes as text; nothing is computed here. -->
<#macro order>
<label class="js">Order <select class="order"><option value="flow">of the data</option><option value="most">most first</option></select></label></#macro>

<#macro graph g>
<svg class="graph" width="${g.width}" height="${g.height}" viewBox="0 0 ${g.width} ${g.height}" role="img" aria-label="Units and streams of the design">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0,0L8,4L0,8z"/></marker></defs>
<#list g.wires as wire>
<g class="wire"><title>${wire.tip}</title><path d="${wire.path}" stroke-width="${wire.thick}" marker-end="url(#arrow)"/>
<text x="${wire.labelX}" y="${wire.labelY}">${wire.label}</text></g>
</#list>
<#list g.boxes as box>
<g class="box ${box.style}" transform="translate(${box.x},${box.y})" data-unit="${box.name}"><title>${box.tip}</title>
<rect width="${box.width}" height="${box.height}" rx="6"/>
<#if box.engine>
<text class="name" x="10" y="17">${box.lines[0]}</text><text x="10" y="32">${box.lines[1]}</text><text x="10" y="46">${box.lines[2]}</text>
<rect class="track" x="10" y="52" width="112" height="4" rx="2"/><rect class="busy" x="10" y="52" width="${box.busy}" height="4" rx="2"/>
<#else>
<text x="8" y="16">${box.lines[0]}</text>
</#if>
</g>
</#list>
</svg>
</#macro>

<#macro cells texts><#list texts as text><td>${text}</td></#list></#macro>

<#macro lines texts><td class="text memories"><#list texts as text>${text}<#sep><br></#list></td></#macro>

<#macro engines rows synthesized>
<table class="sortable">
  <thead>
  <tr><th rowspan="2">Unit</th><th rowspan="2" class="text">Kind</th><th rowspan="2">PE × SIMD</th><th rowspan="2">Multipliers</th><th rowspan="2">of kind</th><th rowspan="2">MACs</th><th rowspan="2">Cycles</th><th rowspan="2">Busy</th><th colspan="3" class="group">Predicted</th><#if synthesized><th colspan="4" class="group">Synthesized</th></#if><th rowspan="2" class="text">Memories</th></tr>
  <tr><th>DSP</th><th>LUT</th><th>RAMB18</th><#if synthesized><th>DSP</th><th>LUT</th><th>RAMB18</th><th>FF</th></#if></tr>
  </thead>
  <tbody>
<#list rows as row>
  <tr id="unit-${row.name}"<#if row.bottleneck> class="bottleneck"</#if>><th scope="row">${row.name}<#if row.bottleneck> <em>bottleneck</em></#if></th><td class="text">${row.kind}<small>${row.detail}</small></td><td>${row.folding}</td><td>${row.multipliers}</td><td>${row.multiplier}</td><td>${row.macs}</td><td>${row.cycles}</td><td>${row.busy}</td><@cells row.predicted/><@cells row.synthesized/><@lines row.memories/></tr>
</#list>
  </tbody>
</table>
</#macro>

<#macro plumbing rows synthesized>
<table class="sortable">
  <thead><tr><th>Unit</th><th class="text">Kind</th><th class="text">Size</th><#if synthesized><th>DSP</th><th>LUT</th><th>RAMB18</th><th>FF</th></#if><th class="text">Memory</th></tr></thead>
  <tbody>
<#list rows as row>
  <tr><th scope="row">${row.name}</th><td class="text">${row.kind}</td><td class="text">${row.detail}</td><@cells row.synthesized/><@lines row.memories/></tr>
</#list>
  </tbody>
</table>
</#macro>

<#macro shares names rows>
<table class="sortable">
  <thead><tr><th>Unit</th><th class="text">Kind</th><th>Cycles</th><#list names as name><th>${name}</th></#list></tr></thead>
  <tbody>
<#list rows as row>
  <tr><th scope="row">${row.unit}</th><td class="text">${row.kind}</td><#list row.shares as share><td class="share" style="--share: ${share.bar}">${share.value} <small>${share.percent}</small></td></#list></tr>
</#list>
  </tbody>
</table>
</#macro>

<#macro memories rows>
<table class="sortable">
  <thead><tr><th>Unit</th><th class="text">Holds</th><th>Count</th><th>Depth (words)</th><th>Width (bit)</th><th>Together</th><th class="text">In</th><th>RAMB18</th><th>Empty in these</th></tr></thead>
  <tbody>
<#list rows as row>
  <tr><th scope="row">${row.unit}</th><td class="text">${row.what}</td><td>${row.count}</td><td>${row.depth}</td><td>${row.width}</td><td>${row.bits}</td><td class="text">${row.place}</td><td>${row.ramb18}</td><td>${row.wasted}</td></tr>
</#list>
  </tbody>
</table>
</#macro>

<#macro runs rows>
<#if rows?size == 0>
<p>No simulation yet. <code>systole sim</code> sends frames through the hardware, compares every beat with the golden
model, which knows nothing of the hardware, and measures interval and latency.</p>
<#else>
<table>
  <thead><tr><th>Simulator</th><th>Stall</th><th>Seed</th><th>Result</th><th>Frames</th><th>Beats</th><th>Mismatches</th><th>Interval (cycles)</th><th>Latency (cycles)</th><th class="text">Remarks</th></tr></thead>
  <tbody>
<#list rows as row>
  <tr><th scope="row">${row.simulator}</th><td>${row.stall}</td><td>${row.seed}</td><td class="${row.style}">${row.result}</td><td>${row.frames}</td><td>${row.beats}</td><td>${row.mismatches}</td><td>${row.interval}</td><td>${row.latency}</td><td class="text">${row.remark}</td></tr>
</#list>
  </tbody>
</table>
</#if>
</#macro>

<#macro paths rows>
<#if rows?has_content>
<table>
  <thead><tr><th>Unit</th><th>Path</th><th>In cells</th><th>In nets</th><th>Levels</th><th class="text">Cells</th></tr></thead>
  <tbody>
<#list rows as row>
  <tr><th scope="row">${row.place}</th><td>${row.ns}</td><td>${row.cells}</td><td>${row.nets}</td><td>${row.levels}</td><td class="text"><details><summary>${row.steps?size} cells, from ${row.steps?first.cell} to ${row.steps?last.cell}</summary><@steps row.steps/></details></td></tr>
</#list>
  </tbody>
</table>
</#if>
</#macro>

<#macro steps all>
<table class="steps">
  <thead><tr><th>Pins of the net</th><th>Net</th><th class="text">Cell</th><th class="text">by pin</th><th>In the cell</th></tr></thead>
  <tbody>
<#list all as step>
  <tr><td>${step.fanOut}</td><td>${step.net}</td><td class="text">${step.cell}</td><td class="text">${step.pin}</td><td>${step.time}</td></tr>
</#list>
  </tbody>
</table>
</#macro>
