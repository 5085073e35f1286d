/*
 * Device-tree overlay of ${design}: the registers of the design and of the AXI DMA for uio_pdrv_genirq, which is loaded with
 * of_id=generic-uio, and a buffer for u-dma-buf. Loading it also loads the bitstream, /lib/firmware/${design}.bit.bin.
 *   dtc -@ -I dts -O dtb -o ${design}.dtbo ${design}.dtso
 */
/dts-v1/;
/plugin/;

&fpga_full {
	#address-cells = <${tree.cells}>;
	#size-cells = <${tree.cells}>;
	firmware-name = "${design}.bit.bin";

	design@${tree.registers} {
		compatible = "generic-uio";
		linux,uio-name = "${design}";
		reg = <${tree.registersRange}>;
		interrupt-parent = <&${tree.controller}>;
		interrupts = <0 ${tree.interrupt} 4>;
	};

	dma@${tree.dma} {
		compatible = "generic-uio";
		linux,uio-name = "${design}_dma";
		reg = <${tree.dmaRange}>;
	};

	udmabuf0 {
		compatible = "ikwzm,u-dma-buf";
		device-name = "udmabuf0";
		size = <${tree.memory}>;
	};
};
