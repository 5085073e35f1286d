# The driver of ${design}: make (the library and the example for Linux), make example_bare.
# Cross-compile with CROSS=${compiler}
CROSS   ?=
CC      := $(CROSS)gcc
AR      := $(CROSS)ar
CFLAGS  ?= -O2
FLAGS   := -std=c99 -Wall -Wextra -Werror -pedantic $(CFLAGS)
OBJECTS := ${design}.o ${design}_data.o ${design}_dma.o ${design}_bare.o ${design}_uio.o
HEADERS := $(wildcard *.h)

.PHONY: all clean
all: lib${design}.a example_uio

lib${design}.a: $(OBJECTS)
	$(AR) rcs $@ $^

%.o: %.c $(HEADERS)
	$(CC) $(FLAGS) -c $< -o $@

example_%: example_%.o lib${design}.a
	$(CC) $(FLAGS) $^ -o $@

clean:
	rm -f *.o lib${design}.a example_uio example_bare
