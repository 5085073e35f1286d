# %% [markdown]
# # ${design}
# A quantized network in the FPGA. This notebook loads the bitstream, tests the design with frames whose outputs are known,
# and sends frames of your own. `${design}.bit` and `${design}.hwh` lie beside it.
# %%
import numpy as np

from ${design}_driver import Device
from ${design}_frames import IN, OUT
from ${design}_selftest import frames, selftest

device = Device.of_overlay("${design}.bit")
# %% [markdown]
# Every element of every frame is compared with the golden model. The rate is that of the design with the DMA.
# %%
passed = selftest(device)
# %% [markdown]
# Frames are arrays of integers in the order of the model's author: ${input.words} in, ${output.words} out. Several frames
# have their number in front, and go to the design in batches.
# %%
inputs, expected = frames()
outputs = device.run(inputs)
print(inputs.shape, inputs.dtype, "to", outputs.shape, outputs.dtype)
# %% [markdown]
# Real numbers are quantized on the way in, and dequantized on the way out.
# %%
real = IN.dequantize(inputs[0])
device.dequantize(device.run(device.quantize(real)))
# %%
device.counters()
