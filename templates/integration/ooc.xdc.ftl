# The clock of this part while it is synthesized by itself. In a design, its clock comes from outside.
create_clock -name [=clock] -period [=period] [get_ports [=clock]]
