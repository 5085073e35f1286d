# Made by Systole 0.1.0-SNAPSHOT from the model 3f334b8600e7554b.
# The clock of this part while it is synthesized by itself. In a design, its clock comes from outside.
create_clock -name aclk -period 10.0 [get_ports aclk]
