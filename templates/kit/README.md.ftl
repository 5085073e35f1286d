# ${title} on the ${board}

Type these in this folder:

```
<#list steps as s>
${s.command}
</#list>
```

<#list steps as s>
${s?counter}. ${s.what}.
</#list>

<#list notes as n>
${n}

</#list>
| | predicted | the chip has |
|---|---|---|
<#list resources as r>
| ${r.name} | ${r.predicted} | ${r.available} |
</#list>
| clock | ${mhz} MHz | |
| frames a second in the core | ${rate} | |

What is where:

| folder | |
|---|---|
<#list folders as f>
| `${f.name}` | ${f.what} |
</#list>

Each flow reports what it used beside what was predicted, and fails if the clock is not met.
