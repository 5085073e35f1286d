# The driver of ${design}: make builds the library, and the example and the self-test for Linux. make bare builds both
# for AMD's standalone BSP, whose folder BSP has include/ and lib/.
# Cross-compile with CROSS=${compiler}
CROSS   ?=
BSP     ?= bsp
CC      := $(CROSS)gcc
AR      := $(CROSS)ar
CFLAGS  ?= -O2
FLAGS   := -std=c99 -Wall -Wextra -Werror -pedantic $(CFLAGS)
OBJECTS := ${design}.o ${design}_data.o ${design}_dma.o ${design}_bare.o ${design}_uio.o
TEST    := ${design}_selftest.o ${design}_selftest_data.o
HEADERS := $(wildcard *.h)

.PHONY: all bare clean
all: lib${design}.a example_uio selftest_uio

bare: example_bare selftest_bare

lib${design}.a: $(OBJECTS)
	$(AR) rcs $@ $^

%.o: %.c $(HEADERS)
	$(CC) $(FLAGS) -c $< -o $@

%_bare.o ${design}_xil.o: FLAGS += -I$(BSP)/include

%_uio: %_uio.o $(TEST) lib${design}.a
	$(CC) $(FLAGS) $^ -o $@

%_bare: %_bare.o ${design}_xil.o $(TEST) lib${design}.a
	$(CC) $(FLAGS) $^ -L$(BSP)/lib -lxil $(LDFLAGS) -o $@

clean:
	rm -f *.o lib${design}.a example_uio selftest_uio example_bare selftest_bare
