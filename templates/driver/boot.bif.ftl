all: { ${design}.bit }
