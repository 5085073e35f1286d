"""Quantized networks in numpy: exact integer arithmetic, and the text form of what was computed."""
