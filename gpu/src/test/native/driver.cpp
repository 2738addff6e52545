/*
 * A stand-in for libcuda.so.1 without a card: the functions that we call, with the checks that NVIDIA's makes of contexts,
 * handles and sizes. Memory is the processor's, filled with a pattern and fenced; a launch that leaves a fence broken is an
 * illegal address. A module's PTX names, in its last line, the shared library that emulates its kernels (emulate.h).
 * Environment variables CREASE_SIMULATED_* set what it simulates, or simulate() does.
 */
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <string>

typedef int Result;
typedef int (*Entry)(void **, unsigned, unsigned);

enum {
    SUCCESS = 0, INVALID_VALUE = 1, OUT_OF_MEMORY = 2, NOT_INITIALIZED = 3, NO_DEVICE = 100, INVALID_DEVICE = 101,
    INVALID_CONTEXT = 201, NO_BINARY = 209, INVALID_PTX = 218, UNSUPPORTED_PTX = 222, INVALID_HANDLE = 400,
    NOT_FOUND = 500, ILLEGAL_ADDRESS = 700, LAUNCH_FAILED = 719
};

static const struct { Result code; const char *name, *text; } ERRORS[] = {
    {SUCCESS, "CUDA_SUCCESS", "no error"},
    {INVALID_VALUE, "CUDA_ERROR_INVALID_VALUE", "invalid argument"},
    {OUT_OF_MEMORY, "CUDA_ERROR_OUT_OF_MEMORY", "out of memory"},
    {NOT_INITIALIZED, "CUDA_ERROR_NOT_INITIALIZED", "initialization error"},
    {NO_DEVICE, "CUDA_ERROR_NO_DEVICE", "no CUDA-capable device is detected"},
    {INVALID_DEVICE, "CUDA_ERROR_INVALID_DEVICE", "invalid device ordinal"},
    {INVALID_CONTEXT, "CUDA_ERROR_INVALID_CONTEXT", "invalid device context"},
    {NO_BINARY, "CUDA_ERROR_NO_BINARY_FOR_GPU", "no kernel image is available for execution on the device"},
    {INVALID_PTX, "CUDA_ERROR_INVALID_PTX", "a PTX JIT compilation failed"},
    {UNSUPPORTED_PTX, "CUDA_ERROR_UNSUPPORTED_PTX_VERSION",
        "the provided PTX was compiled with an unsupported toolchain."},
    {INVALID_HANDLE, "CUDA_ERROR_INVALID_HANDLE", "invalid resource handle"},
    {NOT_FOUND, "CUDA_ERROR_NOT_FOUND", "named symbol not found"},
    {ILLEGAL_ADDRESS, "CUDA_ERROR_ILLEGAL_ADDRESS", "an illegal memory access was encountered"},
    {LAUNCH_FAILED, "CUDA_ERROR_LAUNCH_FAILED", "unspecified launch failure"},
};

static const size_t FENCE = 256;
static const unsigned char FENCE_BYTE = 0xF7, FRESH_BYTE = 0xA5;

struct Module { void *library; std::string ptx; };
struct Function { Module *module; Entry entry; };

static std::recursive_mutex lock;
static std::map<std::string, long long> settings;
static std::map<char *, size_t> memory;
static std::set<Module *> modules;
static std::set<Function *> functions;
static bool initialised;
static long long retained, launches, allocations;
static Result broken;
static int contexts[64];
static thread_local int *current;

static long long setting(const std::string &key, long long otherwise) {
    auto found = settings.find(key);
    if (found != settings.end()) return found->second;
    std::string name = "CREASE_SIMULATED_" + key;
    const char *value = getenv(name.c_str());
    return value ? atoll(value) : otherwise;
}

static size_t total() { return setting("MEMORY", 1LL << 30); }

static size_t used() {
    size_t sum = 0;
    for (auto &piece : memory) sum += piece.second;
    return sum;
}

/* What every function that works on a context answers first. */
static Result ready() {
    if (!initialised) return NOT_INITIALIZED;
    if (!current || !*current) return INVALID_CONTEXT;
    return broken;
}

static bool within(char *address, size_t bytes) {
    auto next = memory.upper_bound(address);
    if (next == memory.begin()) return false;
    auto piece = std::prev(next);
    return address + bytes <= piece->first + piece->second;
}

static bool fenced() {
    return std::all_of(memory.begin(), memory.end(), [](const std::pair<char *const, size_t> &piece) {
        auto whole = [](const char *from) {
            return std::all_of(from, from + FENCE, [](char byte) { return (unsigned char) byte == FENCE_BYTE; });
        };
        return whole(piece.first - FENCE) && whole(piece.first + piece.second);
    });
}

#define LOCKED std::lock_guard<std::recursive_mutex> guard(lock)
#define EXPORTED extern "C" __attribute__((visibility("default"))) Result

extern "C" __attribute__((visibility("default"))) void simulate(const char *key, long long value) {
    LOCKED;
    settings[key] = value;
}

extern "C" __attribute__((visibility("default"))) void simulateNothing() {
    LOCKED;
    settings.clear();
    broken = SUCCESS;
    launches = allocations = 0;
}

extern "C" __attribute__((visibility("default"))) long long simulated(const char *what) {
    LOCKED;
    std::string key = what;
    if (key == "memory") return memory.size();
    if (key == "modules") return modules.size();
    if (key == "contexts") return retained;
    if (key == "functions") return functions.size();
    if (key == "launches") return launches;
    if (key == "allocations") return allocations;
    return -1;
}

EXPORTED cuGetErrorName(Result code, const char **name) {
    for (auto &error : ERRORS) if (error.code == code) { *name = error.name; return SUCCESS; }
    *name = nullptr;
    return INVALID_VALUE;
}

EXPORTED cuGetErrorString(Result code, const char **text) {
    for (auto &error : ERRORS) if (error.code == code) { *text = error.text; return SUCCESS; }
    *text = nullptr;
    return INVALID_VALUE;
}

EXPORTED cuDriverGetVersion(int *version) { LOCKED; *version = setting("VERSION", 12020); return SUCCESS; }

EXPORTED cuInit(unsigned flags) {
    LOCKED;
    if (flags != 0) return INVALID_VALUE;
    if (setting("INIT", 0) != 0) return setting("INIT", 0);
    if (setting("CARDS", 1) == 0) return NO_DEVICE;
    initialised = true;
    return SUCCESS;
}

EXPORTED cuDeviceGetCount(int *count) {
    LOCKED;
    if (!initialised) return NOT_INITIALIZED;
    *count = setting("CARDS", 1);
    return SUCCESS;
}

EXPORTED cuDeviceGet(int *device, int index) {
    LOCKED;
    if (!initialised) return NOT_INITIALIZED;
    if (index < 0 || index >= setting("CARDS", 1)) return INVALID_DEVICE;
    *device = index;
    return SUCCESS;
}

EXPORTED cuDeviceGetName(char *name, int length, int device) {
    snprintf(name, length, "Simulated card %d", device);
    return SUCCESS;
}

EXPORTED cuDeviceTotalMem_v2(size_t *bytes, int) { LOCKED; *bytes = total(); return SUCCESS; }

EXPORTED cuDeviceGetAttribute(int *value, int attribute, int) {
    LOCKED;
    long long capability = setting("CAPABILITY", 90);
    switch (attribute) {
        case 16: *value = setting("UNITS", 2); return SUCCESS;
        case 75: *value = capability / 10; return SUCCESS;
        case 76: *value = capability % 10; return SUCCESS;
        default: return INVALID_VALUE;
    }
}

/* What a context has goes with it; one card is in use at a time. */
static void destroyAll() {
    for (auto &piece : memory) free(piece.first - FENCE);
    memory.clear();
    for (auto function : functions) delete function;
    functions.clear();
    for (auto module : modules) delete module;
    modules.clear();
    broken = SUCCESS;
}

EXPORTED cuDevicePrimaryCtxRetain(int **context, int device) {
    LOCKED;
    if (!initialised) return NOT_INITIALIZED;
    if (setting("CONTEXT", 0) != 0) return setting("CONTEXT", 0);
    contexts[device]++;
    retained++;
    *context = &contexts[device];
    return SUCCESS;
}

EXPORTED cuDevicePrimaryCtxRelease_v2(int device) {
    LOCKED;
    if (contexts[device] == 0) return INVALID_CONTEXT;
    retained--;
    if (--contexts[device] == 0) destroyAll();
    return SUCCESS;
}

EXPORTED cuCtxSetCurrent(int *context) {
    LOCKED;
    if (!initialised) return NOT_INITIALIZED;
    if (context && *context == 0) return INVALID_CONTEXT;
    current = context;
    return SUCCESS;
}

EXPORTED cuCtxSynchronize() { LOCKED; return ready(); }

EXPORTED cuMemGetInfo_v2(size_t *free, size_t *all) {
    LOCKED;
    *all = total();
    *free = total() - used();
    return ready();
}

EXPORTED cuMemAlloc_v2(char **address, size_t bytes) {
    LOCKED;
    if (Result result = ready()) return result;
    if (bytes == 0) return INVALID_VALUE;
    if (++allocations == setting("FAIL_ALLOCATION", 0) || bytes > total() - used()) return OUT_OF_MEMORY;
    char *block = static_cast<char *>(malloc(bytes + 2 * FENCE));
    if (!block) return OUT_OF_MEMORY;
    memset(block, FENCE_BYTE, bytes + 2 * FENCE);
    *address = block + FENCE;
    memset(*address, FRESH_BYTE, bytes);
    memory[*address] = bytes;
    return SUCCESS;
}

EXPORTED cuMemFree_v2(char *address) {
    LOCKED;
    if (Result result = ready()) return result;
    if (memory.erase(address) == 0) return INVALID_VALUE;
    free(address - FENCE);
    return SUCCESS;
}

EXPORTED cuMemcpyHtoD_v2(char *to, const void *from, size_t bytes) {
    LOCKED;
    if (Result result = ready()) return result;
    if (!within(to, bytes)) return INVALID_VALUE;
    memcpy(to, from, bytes);
    return SUCCESS;
}

EXPORTED cuMemcpyDtoH_v2(void *to, char *from, size_t bytes) {
    LOCKED;
    if (Result result = ready()) return result;
    if (!within(from, bytes)) return INVALID_VALUE;
    memcpy(to, from, bytes);
    return SUCCESS;
}

EXPORTED cuMemsetD8_v2(char *at, unsigned char value, size_t bytes) {
    LOCKED;
    if (Result result = ready()) return result;
    if (!within(at, bytes)) return INVALID_VALUE;
    memset(at, value, bytes);
    return SUCCESS;
}

static Result refuse(Result result, const char *words, unsigned count, const int *options, void **values) {
    size_t bytes = 0;
    for (unsigned i = 0; i < count; i++) if (options[i] == 6) bytes = reinterpret_cast<size_t>(values[i]);
    for (unsigned i = 0; i < count; i++) if (options[i] == 5) snprintf(static_cast<char *>(values[i]), bytes, "%s", words);
    return result;
}

EXPORTED cuModuleLoadDataEx(Module **module, const char *image, unsigned count, const int *options, void **values) {
    LOCKED;
    if (Result result = ready()) return result;
    const char *ptx = strstr(image, ".version "), *target = strstr(image, ".target sm_");
    if (!ptx || !target) return refuse(INVALID_PTX, "simulated: not PTX", count, options, values);
    int major = 0, minor = 0, driver = setting("VERSION", 12020);
    sscanf(ptx, ".version %d.%d", &major, &minor);
    if (major * 10 + minor > (driver / 1000 - 4) * 10 + driver % 1000 / 10) {
        return refuse(UNSUPPORTED_PTX, "simulated: PTX newer than the driver", count, options, values);
    }
    if (atoi(target + 11) > setting("CAPABILITY", 90)) {
        return refuse(NO_BINARY, "simulated: PTX for a newer card", count, options, values);
    }
    const char *mark = "// emulated by ", *named = strstr(image, mark);
    if (!named) return refuse(INVALID_PTX, "simulated: nothing emulates this", count, options, values);
    std::string path(named + strlen(mark));
    path.erase(path.find('\n'));
    void *library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!library) return refuse(INVALID_PTX, dlerror(), count, options, values);
    *module = new Module{library, image};
    modules.insert(*module);
    return SUCCESS;
}

EXPORTED cuModuleUnload(Module *module) {
    LOCKED;
    if (Result result = ready()) return result;
    if (modules.erase(module) == 0) return INVALID_HANDLE;
    for (auto function = functions.begin(); function != functions.end();) {
        if ((*function)->module == module) {
            delete *function;
            function = functions.erase(function);
        } else {
            function++;
        }
    }
    dlclose(module->library);
    delete module;
    return SUCCESS;
}

EXPORTED cuModuleGetFunction(Function **function, Module *module, const char *name) {
    LOCKED;
    if (Result result = ready()) return result;
    if (modules.count(module) == 0) return INVALID_HANDLE;
    std::string entry = std::string(".entry ") + name + "(", symbol = std::string("emulated_") + name;
    void *address = dlsym(module->library, symbol.c_str());
    if (!address || module->ptx.find(entry) == std::string::npos) return NOT_FOUND;
    *function = new Function{module, reinterpret_cast<Entry>(address)};
    functions.insert(*function);
    return SUCCESS;
}

EXPORTED cuLaunchKernel(
        Function *function, unsigned gx, unsigned gy, unsigned gz, unsigned bx, unsigned by, unsigned bz,
        unsigned sharedBytes, void *stream, void **values, void **extra) {
    LOCKED;
    if (Result result = ready()) return result;
    if (functions.count(function) == 0) return INVALID_HANDLE;
    if (gx == 0 || gx > 0x7fffffffu || gy != 1 || gz != 1 || bx == 0 || bx > 1024 || by != 1 || bz != 1
            || sharedBytes != 0 || stream || !values || extra) {
        return INVALID_VALUE;
    }
    if (++launches == setting("FAIL_LAUNCH", 0)) return broken = LAUNCH_FAILED;
    Result result = function->entry(values, gx, bx);
    if (result == SUCCESS && !fenced()) result = ILLEGAL_ADDRESS;
    return broken = result;
}
