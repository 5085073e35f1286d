"""Runs frames on the ${board}:   sudo -i python3 run.py X.npy Y.npy"""
import os
import sys

import numpy as np

from ${design}_driver import Device

if len(sys.argv) != 3:
    sys.exit(__doc__)
device = Device.of_overlay(os.path.join(os.path.dirname(os.path.abspath(__file__)), "${design}.bit"))
np.save(sys.argv[2], device.run(np.load(sys.argv[1])))
