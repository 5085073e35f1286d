/* Registers of ${design}: offsets in bytes, values that never change, and masks of fields. See registers.md. */
#ifndef ${macro}_REGS_H
#define ${macro}_REGS_H

<#list registers as r>
/* ${r.doc} */
#define ${macro}_REG_${r.name} 0x${r.offset}u
<#if r.constant>
#define ${macro}_${r.name}_VALUE 0x${r.reset}u
</#if>
<#list r.fields as f>
#define ${macro}_${r.name}_${f.name} 0x${f.mask}u
</#list>
</#list>

#endif
