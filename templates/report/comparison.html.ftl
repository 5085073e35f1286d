<#ftl output_format="HTML">
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${a.name} on ${a.board} and ${b.name} on ${b.board}: Systole comparison</title>
<style>
${style?no_esc}</style>
</head>
<body>
<header>
  <div>
    <h1>Two designs compared</h1>
    <p>A: ${a.name} on ${a.board}. B: ${b.name} on ${b.board}.</p>
  </div>
</header>
<main>
<section id="figures">
  <h2>The whole designs</h2>
  <p>A change is from A to B. A dash stands for a figure that is not known, for instance because a design was not
  synthesized or not simulated.</p>
  <div class="scroll"><table>
    <thead><tr><th>Figure</th><th>A</th><th>B</th><th>Change</th></tr></thead>
    <tbody>
<#list figures as row>
    <tr><th scope="row">${row.name}</th><td>${row.a.text()}</td><td>${row.b.text()}</td><td>${row.changeText()}</td></tr>
</#list>
    </tbody>
  </table></div>
</section>

<section id="engines">
  <h2>Where cycles and resources go</h2>
  <p>The units that compute, in the order of the data. Resources are predicted.</p>
  <div class="scroll"><table>
    <thead>
    <tr><th rowspan="2">Unit</th><#list engines[0].rows as row><th colspan="3" class="group">${row.name}</th></#list></tr>
    <tr><#list engines[0].rows as row><th>A</th><th>B</th><th>Change</th></#list></tr>
    </thead>
    <tbody>
<#list engines as engine>
    <tr><th scope="row">${engine.name}</th><#list engine.rows as row><td>${row.a.text()}</td><td>${row.b.text()}</td><td>${row.changeText()}</td></#list></tr>
</#list>
    </tbody>
  </table></div>
</section>
</main>
</body>
</html>
