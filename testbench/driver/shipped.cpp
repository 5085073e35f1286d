// Runs programs for the board exactly as they are shipped, from their main on, against the simulated design: those for the
// standalone BSP (BARE), and those for Linux. MACRO and HEADER name the design.
//
// The programs access registers through volatile pointers. They are compiled with GCC's -fsanitize=thread, which calls a
// function before each such access, and these functions are here. Before a read, the value of the register is put where the
// program reads it. After a write, which the next call of any such function shows, the value goes to the register.
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include <cinttypes>
#include <string>

extern "C" {
#include HEADER
#ifdef BARE
#include "xil_cache.h"
#endif
}
#include "soc.h"

#define JOIN_(a, b) a##_##b
#define JOIN(a, b) JOIN_(a, b)
#define M(name) JOIN(MACRO, name)

constexpr size_t BLOCK = 0x1000;        // bytes of a block of registers
constexpr uint64_t PATIENCE = 3000000;  // cycles that an interrupt takes at most

// A block of registers in the address space of the program.
struct Block {
    uint8_t* at = nullptr;
    bool has(const void* address) const { return at && address >= at && address < at + BLOCK; }
    uint32_t offset(const void* address) const { return static_cast<uint32_t>(static_cast<const uint8_t*>(address) - at); }
};

static Block design, dma;
static volatile uint32_t* written = nullptr;  // a register whose new value has not gone to the design

static Soc& soc();

static void commit() {
    if (!written) return;
    void* address = const_cast<uint32_t*>(written);
    const uint32_t value = *written;
    written = nullptr;
    if (design.has(address)) soc().write(design.offset(address), value);
    else soc().dma_write(dma.offset(address), value);
}

#ifdef BARE
// Memory is where the program has its variables. What it writes there is in its cache until it flushes it.
extern "C" char __data_start, _end;

static uint64_t first() { return reinterpret_cast<uint64_t>(&__data_start) & ~63ull; }

static Soc& soc() {
    static Soc one(M(IN_BEAT_BYTES), M(OUT_BEAT_BYTES), 0, 1, first(), reinterpret_cast<uint64_t>(&_end) - first());
    return one;
}

static uint8_t* memory(INTPTR address) {
    if (address % 32 != 0) broken("a part of a line of the cache");
    return &soc().memory().at(static_cast<uint64_t>(address) - first());
}

extern "C" void Xil_DCacheFlushRange(INTPTR address, u32 bytes) {
    commit();
    std::memcpy(memory(address), reinterpret_cast<const void*>(address), bytes);
}

extern "C" void Xil_DCacheInvalidateRange(INTPTR address, u32 bytes) {
    commit();
    std::memcpy(reinterpret_cast<void*>(address), memory(address), bytes);
}

static uint8_t* map_at(uint64_t address) {
    void* wanted = reinterpret_cast<void*>(address);
    void* got = mmap(wanted, BLOCK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
    if (got != wanted) broken("the address of a block of registers is taken");
    return static_cast<uint8_t*>(got);
}

__attribute__((constructor)) static void map_blocks() {
    design.at = map_at(M(REGISTERS));
    dma.at = map_at(M(DMA));
}
#else
// The kernel with UIO and u-dma-buf: files under their usual names.
static Soc& soc() {
    static Soc one(M(IN_BEAT_BYTES), M(OUT_BEAT_BYTES), 0, 1);
    return one;
}

enum File { REGISTERS = 1000, DMA, MEMORY };  // descriptors
static bool unmasked = false;
static uint32_t interrupts = 0, seen = 0;

extern "C" {
int __real_open64(const char* name, int flags, ...);
int __real_close(int file);
FILE* __real_fopen64(const char* name, const char* mode);
void* __real_mmap64(void* at, size_t bytes, int protection, int flags, int file, off64_t offset);
int __real_munmap(void* at, size_t bytes);
int __real_poll(pollfd* files, nfds_t count, int timeout);
ssize_t __real_read(int file, void* to, size_t bytes);
ssize_t __real_write(int file, const void* from, size_t bytes);

int __wrap_open64(const char* name, int flags, ...) {
    if (!(flags & O_SYNC) || (flags & O_ACCMODE) != O_RDWR) return __real_open64(name, flags);
    if (!std::strcmp(name, "/dev/uio0")) return REGISTERS;
    if (!std::strcmp(name, "/dev/uio1")) return DMA;
    if (!std::strcmp(name, "/dev/udmabuf0")) return MEMORY;
    return __real_open64(name, flags);
}

int __wrap_close(int file) { return file >= REGISTERS && file <= MEMORY ? 0 : __real_close(file); }

FILE* __wrap_fopen64(const char* name, const char* mode) {
    static char address[32];
    if (std::strcmp(name, "/sys/class/u-dma-buf/udmabuf0/phys_addr") != 0) return __real_fopen64(name, mode);
    std::snprintf(address, sizeof(address), "0x%016" PRIx64 "\n", Soc::BASE);
    return fmemopen(address, std::strlen(address), mode);
}

void* __wrap_mmap64(void* at, size_t bytes, int protection, int flags, int file, off64_t offset) {
    if (file == MEMORY) return bytes <= soc().memory().size() ? soc().memory().data() : MAP_FAILED;
    if (file != REGISTERS && file != DMA) return __real_mmap64(at, bytes, protection, flags, file, offset);
    void* got = __real_mmap64(nullptr, BLOCK, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    (file == REGISTERS ? design : dma).at = static_cast<uint8_t*>(got);
    return got;
}

int __wrap_munmap(void* at, size_t bytes) {
    commit();
    return at == soc().memory().data() ? 0 : __real_munmap(at, bytes);
}

// The kernel masks the line when it is high, and counts that as an interrupt.
int __wrap_poll(pollfd* files, nfds_t count, int timeout) {
    commit();
    if (count != 1 || files->fd != REGISTERS) return __real_poll(files, count, timeout);
    if (!unmasked) broken("waits for an interrupt that is masked");
    for (uint64_t left = PATIENCE; !soc().interrupt(); left--) {
        if (left == 0) broken("there is no interrupt");
        soc().run(1);
    }
    unmasked = false;
    interrupts++;
    files->revents = POLLIN;
    return 1;
}

ssize_t __wrap_read(int file, void* to, size_t bytes) {
    if (file != REGISTERS) return __real_read(file, to, bytes);
    if (bytes != sizeof(interrupts) || seen == interrupts) broken("reads no interrupt");
    seen = interrupts;
    std::memcpy(to, &interrupts, sizeof(interrupts));
    return sizeof(interrupts);
}

ssize_t __wrap_write(int file, const void* from, size_t bytes) {
    uint32_t value;
    if (file != REGISTERS) return __real_write(file, from, bytes);
    commit();
    if (bytes != sizeof(value)) broken("writes something else than 32 bits");
    std::memcpy(&value, from, sizeof(value));
    unmasked = value == 1;
    return sizeof(value);
}

// Time passes as in the simulation.
int __wrap_clock_gettime(clockid_t, timespec* time) {
    commit();
    const uint64_t microseconds = soc().cycles() / Soc::CYCLES_PER_MICROSECOND;
    time->tv_sec = static_cast<time_t>(microseconds / 1000000);
    time->tv_nsec = static_cast<long>(microseconds % 1000000 * 1000);
    return 0;
}
}
#endif

extern "C" {
void __tsan_volatile_read4(void* address) {
    commit();
    if (design.has(address)) *static_cast<uint32_t*>(address) = soc().read(design.offset(address));
    else if (dma.has(address)) *static_cast<uint32_t*>(address) = soc().dma_read(dma.offset(address));
}

void __tsan_volatile_write4(void* address) {
    commit();
    if (design.has(address) || dma.has(address)) written = static_cast<uint32_t*>(address);
}

// Accesses to anything else than registers.
#define ACCESS(name) \
    void __tsan_##name(void*) { commit(); }
#define SIZES(name) ACCESS(name##1) ACCESS(name##2) ACCESS(name##4) ACCESS(name##8) ACCESS(name##16)
SIZES(read)
SIZES(write)
SIZES(unaligned_read)
SIZES(unaligned_write)
ACCESS(func_entry)
void __tsan_func_exit() { commit(); }
void __tsan_init() {}
void __tsan_read_range(void*, size_t) { commit(); }
void __tsan_write_range(void*, size_t) { commit(); }
void __tsan_atomic_thread_fence(int) { commit(); }
}
