<#ftl output_format="XML">
<#-- Elements of an IP-XACT component that there are several of. -->
<#macro bus b>
    <spirit:busInterface>
      <spirit:name>${b.name}</spirit:name>
      <spirit:busType spirit:vendor="xilinx.com" spirit:library="${b.kind}" spirit:name="${b.bus}" spirit:version="1.0"/>
      <spirit:abstractionType spirit:vendor="xilinx.com" spirit:library="${b.kind}" spirit:name="${b.bus}_rtl" spirit:version="1.0"/>
<#if b.memoryMap>
      <spirit:${b.mode}>
        <spirit:memoryMapRef spirit:memoryMapRef="${b.name}"/>
      </spirit:${b.mode}>
<#else>
      <spirit:${b.mode}/>
</#if>
      <spirit:portMaps>
<#list b.ports as p>
        <spirit:portMap>
          <spirit:logicalPort>
            <spirit:name>${p.logical}</spirit:name>
          </spirit:logicalPort>
          <spirit:physicalPort>
            <spirit:name>${p.physical}</spirit:name>
          </spirit:physicalPort>
        </spirit:portMap>
</#list>
      </spirit:portMaps>
<#list b.parameters>
      <spirit:parameters>
<#items as p>
        <spirit:parameter>
          <spirit:name>${p.name}</spirit:name>
          <spirit:value spirit:id="BUSIFPARAM_VALUE.${b.name}.${p.name}">${p.value}</spirit:value>
        </spirit:parameter>
</#items>
      </spirit:parameters>
</#list>
    </spirit:busInterface>
</#macro>
<#macro register r>
        <spirit:register>
          <spirit:name>${r.name}</spirit:name>
          <spirit:description>${r.doc}</spirit:description>
          <spirit:addressOffset>${r.offset}</spirit:addressOffset>
          <spirit:size>32</spirit:size>
          <spirit:reset>
            <spirit:value>${r.reset}</spirit:value>
          </spirit:reset>
<#list r.fields as f>
          <spirit:field>
            <spirit:name>${f.name}</spirit:name>
            <spirit:description>${f.doc}</spirit:description>
            <spirit:bitOffset>${f.lsb}</spirit:bitOffset>
            <spirit:bitWidth>${f.width}</spirit:bitWidth>
            <spirit:volatile>${f.changes}</spirit:volatile>
            <spirit:access>${f.access}</spirit:access>
<#if f.write?has_content>
            <spirit:modifiedWriteValue>${f.write}</spirit:modifiedWriteValue>
</#if>
          </spirit:field>
</#list>
        </spirit:register>
</#macro>
<#macro view name environment model>
      <spirit:view>
        <spirit:name>${name}</spirit:name>
        <spirit:envIdentifier>${environment}</spirit:envIdentifier>
<#if model?has_content>
        <spirit:language>Verilog</spirit:language>
        <spirit:modelName>${model}</spirit:modelName>
</#if>
        <spirit:fileSetRef>
          <spirit:localName>${name}_view_fileset</spirit:localName>
        </spirit:fileSetRef>
      </spirit:view>
</#macro>
<#macro fileset name files>
    <spirit:fileSet>
      <spirit:name>${name}_view_fileset</spirit:name>
<#list files as f>
      <spirit:file>
        <spirit:name>${f.name}</spirit:name>
<#if f.verilog>
        <spirit:fileType>${f.type}</spirit:fileType>
<#else>
        <spirit:userFileType>${f.type}</spirit:userFileType>
</#if>
      </spirit:file>
</#list>
    </spirit:fileSet>
</#macro>
