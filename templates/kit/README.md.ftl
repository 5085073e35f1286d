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
<#list linux as l>
## Linux without PYNQ

The driver for user space needs the module `uio_pdrv_genirq` of the kernel, loaded with `of_id=generic-uio`, and
[u-dma-buf](https://github.com/ikwzm/udmabuf). On your computer, in this folder, with bootgen of Vivado, dtc and a compiler:

```
(cd vivado && bootgen -image ../driver/${design}.bif -arch ${l.architecture} -process_bitstream bin -w)
dtc -@ -I dts -O dtb -o ${design}.dtbo driver/${design}.dtso
make -C driver CROSS=${l.compiler}
```

Copy `vivado/${design}.bit.bin` to `/lib/firmware` of the board, and `${design}.dtbo` and `driver/selftest_uio` to a folder of
the board. Then, as root in this folder:

```
mkdir /sys/kernel/config/device-tree/overlays/${design}
cat ${design}.dtbo > /sys/kernel/config/device-tree/overlays/${design}/dtbo
./selftest_uio
```

The overlay loads the bitstream. It does not set the clocks of the fabric. The boot image must have set them, as one made
from `vivado/${design}.xsa` does. If the board has other devices of UIO, name the files as `driver/${design}_uio.h` says.
`example_uio` sends frames of yours.

## Without an operating system

Make an application for the standalone BSP from `vivado/${design}.xsa`, and add the files `.c` and `.h` of `driver/` to it,
but for `${design}_uio.*`, `*_uio.c` and `example_bare.c`. Or build it with `make -C driver bare BSP=FOLDER`, where FOLDER
has `include/` and `lib/` of the BSP. `selftest_bare` prints PASS or FAIL on the standard output of the BSP.

</#list>
## What to expect

| | predicted | the chip has |
|---|---|---|
<#list resources as r>
| ${r.name} | ${r.predicted} | ${r.available} |
</#list>
| clock | ${mhz} MHz | ${clock} |
| frames a second in the core | ${rate} | |

The rate of the system over its link, which is ${link}:

| frames sent at once | frames a second |
|---|---|
<#list rates as r>
| ${r.frames} | ${r.rate} |
</#list>

This is predicted for the hardware. The time of the software itself comes on top, and the self-test measures both.

What is where:

| folder | |
|---|---|
<#list folders as f>
| `${f.name}` | ${f.what} |
</#list>

Each flow reports what it used beside what was predicted, and fails if the clock is not met.
