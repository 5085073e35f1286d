/* Frames for the self-test of ${design}, with the outputs of the golden model. */
#include "${design}_selftest.h"

<#macro frames rows>
<#list rows as row>
    {<#list row as line>${line}<#sep>
     </#list>}<#sep>,</#sep>
</#list>
</#macro>
const ${design}_in ${design}_test_in[${macro}_TEST_FRAMES][${macro}_IN_ELEMENTS] = {
<@frames tests.inputs/>
};

const ${design}_out ${design}_test_out[${macro}_TEST_FRAMES][${macro}_OUT_ELEMENTS] = {
<@frames tests.outputs/>
};
