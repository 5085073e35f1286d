<#ftl output_format="XML">
<#import "component_parts.ftl" as part>
<?xml version="1.0" encoding="UTF-8"?>
<spirit:component xmlns:spirit="http://www.spiritconsortium.org/XMLSchema/SPIRIT/1685-2009" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xilinx="http://www.xilinx.com">
  <spirit:vendor>systole.org</spirit:vendor>
  <spirit:library>networks</spirit:library>
  <spirit:name>${name}</spirit:name>
  <spirit:version>1.0</spirit:version>
  <spirit:busInterfaces>
<#list buses as b>
<@part.bus b/>
</#list>
  </spirit:busInterfaces>
<#if registers?has_content>
  <spirit:memoryMaps>
    <spirit:memoryMap>
      <spirit:name>s_axi</spirit:name>
      <spirit:addressBlock>
        <spirit:name>registers</spirit:name>
        <spirit:baseAddress>0x0</spirit:baseAddress>
        <spirit:range>${range}</spirit:range>
        <spirit:width>32</spirit:width>
        <spirit:usage>register</spirit:usage>
        <spirit:access>read-write</spirit:access>
<#list registers as r>
<@part.register r/>
</#list>
      </spirit:addressBlock>
      <spirit:addressUnitBits>8</spirit:addressUnitBits>
    </spirit:memoryMap>
  </spirit:memoryMaps>
</#if>
  <spirit:model>
    <spirit:views>
<@part.view "xilinx_anylanguagesynthesis" ":vivado.xilinx.com:synthesis" name/>
<@part.view "xilinx_anylanguagebehavioralsimulation" ":vivado.xilinx.com:simulation" name/>
<@part.view "xilinx_synthesisconstraints" ":vivado.xilinx.com:synthesis.constraints" ""/>
    </spirit:views>
    <spirit:ports>
<#list ports as p>
      <spirit:port>
        <spirit:name>${p.name}</spirit:name>
        <spirit:wire>
          <spirit:direction>${p.direction}</spirit:direction>
<#if p.vector()>
          <spirit:vector>
            <spirit:left>${p.msb}</spirit:left>
            <spirit:right>0</spirit:right>
          </spirit:vector>
</#if>
        </spirit:wire>
      </spirit:port>
</#list>
    </spirit:ports>
  </spirit:model>
  <spirit:fileSets>
<@part.fileset "xilinx_anylanguagesynthesis" files/>
<@part.fileset "xilinx_anylanguagebehavioralsimulation" files/>
<@part.fileset "xilinx_synthesisconstraints" constraints/>
  </spirit:fileSets>
  <spirit:description>${title}; planned for ${board}</spirit:description>
  <spirit:parameters>
    <spirit:parameter>
      <spirit:name>Component_Name</spirit:name>
      <spirit:value spirit:resolve="user" spirit:id="PARAM_VALUE.Component_Name" spirit:order="1">${name}_0</spirit:value>
    </spirit:parameter>
  </spirit:parameters>
  <spirit:vendorExtensions>
    <xilinx:coreExtensions>
      <xilinx:supportedFamilies>
<#list families as f>
        <xilinx:family xilinx:lifeCycle="Production">${f}</xilinx:family>
</#list>
      </xilinx:supportedFamilies>
      <xilinx:taxonomies>
        <xilinx:taxonomy>/UserIP</xilinx:taxonomy>
      </xilinx:taxonomies>
      <xilinx:displayName>${name}</xilinx:displayName>
      <xilinx:coreRevision>1</xilinx:coreRevision>
    </xilinx:coreExtensions>
  </spirit:vendorExtensions>
</spirit:component>
